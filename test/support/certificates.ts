import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** PEM texts of an authority of the test's own and what it has signed: for a server on 127.0.0.1, and for a client. */
export interface Certificates {
  readonly ca: string;
  readonly server: { readonly cert: string; readonly key: string };
  readonly client: { readonly cert: string; readonly key: string };
}

/** Makes them, and leaves them in a folder: `ca.pem`, `server.pem`, `server-key.pem`, `client.pem`, `client-key.pem`. */
export function makeCertificates(folder: string): Certificates {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const makeKey = (file: string) =>
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', file);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  makeKey('ca-key.pem');
  const authority = ['-x509', '-new', '-key', 'ca-key.pem', '-days', '2', '-subj', '/CN=test authority'];
  openssl('req', ...authority, '-out', 'ca.pem');
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-CAcreateserial', '-days', '2'];
  const signed = (name: string, extensions: string) => {
    makeKey(`${name}-key.pem`);
    writeFileSync(join(folder, `${name}.ext`), extensions);
    openssl('req', '-new', '-key', `${name}-key.pem`, '-subj', `/CN=${name}`, '-out', `${name}.csr`);
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...signing,
      '-extfile',
      `${name}.ext`,
      '-out',
      `${name}.pem`,
    );
    return { cert: read(`${name}.pem`), key: read(`${name}-key.pem`) };
  };
  return {
    ca: read('ca.pem'),
    server: signed('server', 'subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth'),
    client: signed('client', 'extendedKeyUsage=clientAuth'),
  };
}
