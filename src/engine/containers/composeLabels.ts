/** What Docker Compose writes on a container of what it was made from. */
export interface ComposeLabels {
  readonly project?: string;
  readonly service?: string;
  /** The project's folder: an absolute path on the machine that Compose ran on. */
  readonly workingDir?: string;
  /** The project's files, as absolute paths; a file that was read from standard input is `-`. */
  readonly composeFiles: readonly string[];
  readonly dependsOn: readonly Dependency[];
}

/** A service that must be there before another one is started. */
export interface Dependency {
  readonly service: string;
  /** `service_started`, `service_healthy` or `service_completed_successfully`. */
  readonly condition?: string;
}

/** Reads a container's labels (docker/compose `pkg/api/labels.go`). */
export function readComposeLabels(labels: Readonly<Record<string, string>>): ComposeLabels {
  const get = (name: string) => labels[`com.docker.compose.${name}`] || undefined;
  const project = get('project');
  const service = get('service');
  const workingDir = get('project.working_dir');
  return {
    ...(project === undefined ? {} : { project }),
    ...(service === undefined ? {} : { service }),
    ...(workingDir === undefined ? {} : { workingDir }),
    composeFiles: listOf(get('project.config_files')).map((file) => absolute(file, workingDir)),
    dependsOn: listOf(get('depends_on')).map(readDependency),
  };
}

/** Compose writes `service:condition:restart` since 2.3, the names alone before. */
function readDependency(text: string): Dependency {
  const [service = '', condition] = text.split(':');
  return { service, ...(condition ? { condition } : {}) };
}

/** Compose's first version wrote the files as they were named on its command line. */
function absolute(file: string, folder: string | undefined): string {
  const given = file === '-' || /^(?:[/\\]|[a-z]:[/\\])/i.test(file);
  return given || folder === undefined ? file : `${folder}/${file}`;
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined ? none : text.split(',').filter((part) => part !== '');
}

/** One for all: most containers have nothing. */
const none: readonly string[] = [];
