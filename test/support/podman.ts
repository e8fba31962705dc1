import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { daemonFolder } from './daemon.ts';
import { type Daemon, runDaemon } from './daemonProcess.ts';
import { engineEnvironment, engineFolder } from './engineInstall.ts';

/** Starts Podman's service, which answers by Docker's API, with its own data and socket; resolves when it answers. */
export async function startPodman(): Promise<Daemon> {
  const folder = daemonFolder();
  const installed = engineFolder('podman');
  const socketPath = `${folder}/podman.sock`;
  const personal = `${folder}/home/.config/containers`;
  mkdirSync(personal, { recursive: true });
  copyFileSync(`${installed}/etc/containers/policy.json`, `${personal}/policy.json`);
  writeFileSync(`${folder}/registries.conf`, 'unqualified-search-registries = ["docker.io"]\n');
  writeFileSync(`${folder}/containers.conf`, configuration(folder, installed));
  // It keeps a cache there, whatever it is told: in the world's own mounts that is gone with the world.
  mkdirSync('/var/lib/containers', { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', '/var/lib/containers']);
  const env = {
    ...engineEnvironment('podman'),
    HOME: `${folder}/home`,
    CONTAINERS_CONF: `${folder}/containers.conf`,
    CONTAINERS_REGISTRIES_CONF: `${folder}/registries.conf`,
  };
  const storage = ['--root', `${folder}/data`, '--runroot', `${folder}/run`, '--storage-driver', 'overlay'];
  const service = ['system', 'service', '--time=0', `unix://${socketPath}`];
  return await runDaemon({
    command: ['podman', ...storage, ...service],
    env,
    socketPath,
    log: `${folder}/podman.log`,
  });
}

/** Leads to the parts beside it, asks for no more rights than test machines have, and for runc, which needs no pure cgroup v2. */
function configuration(folder: string, installed: string): string {
  const capabilities = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'NET_BIND_SERVICE', 'SETFCAP'];
  const list = (words: readonly string[]) => JSON.stringify(words);
  return `[containers]
default_ulimits = ${list(['nofile=1024:1024', 'nproc=1024:1024'])}
default_capabilities = ${list([...capabilities, 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'])}
seccomp_profile = "unconfined"
apparmor_profile = "unconfined"
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
conmon_path = ${list([`${installed}/usr/bin/conmon`])}
helper_binaries_dir = ${list([`${installed}/usr/lib/podman`])}
[network]
network_backend = "netavark"
network_config_dir = "${folder}/networks"
`;
}
