import type { Finding } from '../../lint/finding.ts';
import type { DockerfileTree } from '../tree.ts';

/** All that BuildKit refuses and that the text alone shows. */
export function* syntaxErrors(_tree: DockerfileTree): Iterable<Finding> {}
