/** What the parser directives mean, in Markdown. */
export const directiveDocs: Readonly<Record<'syntax' | 'escape' | 'check', string>> = {
  syntax: `The image of the frontend that reads the file, such as \`docker/dockerfile:1\`: the newest version 1, whatever the
version of the engine. [Reference](https://docs.docker.com/reference/dockerfile/#syntax)`,
  escape: `The character that continues a line on the next and escapes others: \`\\\\\` unless given, or \`\\\`\`, which suits
Windows paths. [Reference](https://docs.docker.com/reference/dockerfile/#escape)`,
  check: `How build checks are run: \`skip=\` names those to leave out, \`error=true\` lets the build fail for what they find,
\`experimental=\` switches on more. [Reference](https://docs.docker.com/reference/dockerfile/#check)`,
};
