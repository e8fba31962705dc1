import { type SpawnSyncReturns, spawnSync } from 'node:child_process';

/** The real docker CLI on a configuration of the test's own; nothing it is asked here needs an engine. */
export interface DockerCli {
  /** Its answer. Throws with its own words where it fails. */
  run(...args: readonly string[]): string;
  /** Its words where it is to fail. */
  refusal(...args: readonly string[]): string;
}

/** Options for a `describe` or a `test` that asks the docker CLI. */
export const needsDockerCli: { readonly skip?: string } =
  spawnSync('docker', ['--version']).status === 0
    ? {}
    : { skip: 'needs the docker command, which this machine has not' };

/** The CLI with a folder as its DOCKER_CONFIG. */
export function dockerCli(folder: string): DockerCli {
  const { DOCKER_HOST, DOCKER_CONTEXT, ...env } = process.env;
  const call = (args: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync('docker', args, { encoding: 'utf8', env: { ...env, DOCKER_CONFIG: folder } });
  return {
    run(...args) {
      const { status, stdout, stderr } = call(args);
      if (status !== 0) throw new Error(`docker ${args.join(' ')}: ${stderr}`);
      return stdout;
    },
    refusal(...args) {
      const { status, stderr } = call(args);
      if (status === 0) throw new Error(`docker ${args.join(' ')} did not fail.`);
      return stderr;
    },
  };
}
