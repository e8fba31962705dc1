import type { Argument, RunCommand } from '../../shell/commands.ts';
import { pinRule } from './pinRule.ts';

export default pinRule({
  id: 'DL3062',
  docs: `\`go install\`, \`go get\` and \`go run\` of a package without a version, or \`@latest\`, take the newest there is at the time
of the build. Write \`<package>@<version>\`. Packages of the project itself have their versions in \`go.mod\`: name them by
their path, such as \`./cmd/tool\`.`,
  bad: [
    {
      file: 'FROM golang:1.22\nRUN go install example.com/tool@latest\n               ^^^^^^^^^^^^^^^^^^^^^^^ `example.com/tool@latest` has no version, so that another build may install another one. Write `example.com/tool@<version>`.\n',
    },
    {
      file: 'FROM golang:1.22\nRUN go get -tool example.com/tool && go run example.com/other@v1 serve\n                 ^^^^^^^^^^^^^^^^ `example.com/tool` has no version, so that another build may install another one. Write `example.com/tool@<version>`.\n',
    },
    {
      file: 'FROM golang:1.22\nRUN go run example.com/tool serve\n           ^^^^^^^^^^^^^^^^ `example.com/tool` has no version, so that another build may install another one. Write `example.com/tool@<version>`.\n',
    },
  ],
  good: [
    'FROM golang:1.22\nRUN go install -tags netgo -ldflags "-s -w" . ./cmd/tool /go/tool example.com/tool@v1.2.3\n',
    'FROM golang:1.22\nRUN go run example.com/tool@v1 --flag value other && go run main.go x && go run ./cmd && go get && go build run\n',
  ],
  pinned: (name) => `${name.replace(/@.*$/, '')}@<version>`,
  *unpinned(commands) {
    for (const command of commands.of('go')) {
      const [verb, ...packages] = operands(command);
      if (verb === undefined || !/^(?:install|get|run)$/.test(verb.text)) continue;
      // What stands behind the package that is run is for that program.
      const named = verb.text === 'run' ? packages.slice(0, 1) : packages;
      for (const token of named) if (token.text !== 'tool' && !isPinned(token.text)) yield { command, token };
    }
  },
});

/** Go's flags have one dash and whole names, and some take the next word. */
function operands({ arguments: args }: RunCommand): readonly Argument[] {
  return args.filter(({ text }, at) => !text.startsWith('-') && !valued.test(args[at - 1]?.text ?? ''));
}

const valued =
  /^-(?:C|p|o|tags|ldflags|gcflags|asmflags|gccgoflags|mod|modfile|exec|toolexec|overlay|pkgdir|buildmode|compiler|installsuffix)$/;

function isPinned(name: string): boolean {
  if (/^[./]|\.go$/.test(name)) return true;
  return name.includes('@') && !/@(?:latest|none)$/.test(name);
}
