import { type Argument, hasArgument, type RunCommand } from '../../shell/commands.ts';
import { pinRule } from './pinRule.ts';

export default pinRule({
  id: 'DL3028',
  docs: `\`gem install\` without a version installs the newest there is at the time of the build. Write \`<gem>:<version>\`, or
\`--version\` behind one gem. What the project itself depends on belongs in its \`Gemfile.lock\`.`,
  bad: [
    {
      file: 'FROM ruby:3.3\nRUN gem install bundler:2.5 rake\n                            ^^^^ `rake` has no version, so that another build may install another one. Write `rake:<version>`.\n',
    },
    {
      file: 'FROM ruby:3.3\nRUN gem i rake\n          ^^^^ `rake` has no version, so that another build may install another one. Write `rake:<version>`.\n',
    },
  ],
  good: [
    'FROM ruby:3.3\nRUN gem install bundler:2.5 -- --use-system-libraries true && gem list\n',
    "FROM ruby:3.3\nRUN gem install bundler -v '2.5' && gem install rake --version '13' && gem i rake --version=13\n",
    'FROM ruby:3.3\nRUN gem install --install-dir /gems rake:13\n',
  ],
  pinned: (name) => `${name}:<version>`,
  *unpinned(commands) {
    for (const command of commands.of('gem')) {
      if (!hasArgument(command, 'install', 'i') || hasVersion(command)) continue;
      for (const token of gems(command)) if (!token.text.includes(':')) yield { command, token };
    }
  },
});

function hasVersion({ arguments: args }: RunCommand): boolean {
  return args.some(({ text }) => text === '-v' || /^--version(?:=|$)/.test(text));
}

/** The word behind a flag may be its value. */
function gems({ arguments: args }: RunCommand): readonly Argument[] {
  const end = args.findIndex(({ text }) => text === '--');
  const own = end < 0 ? args : args.slice(0, end);
  return own.filter(
    ({ text, flags }, at) =>
      flags.length === 0 && text !== 'install' && text !== 'i' && !takesValue(own[at - 1]),
  );
}

function takesValue(before: Argument | undefined): boolean {
  return before !== undefined && before.flags.length > 0;
}
