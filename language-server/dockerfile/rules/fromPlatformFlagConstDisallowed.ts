import { parsePlatform } from '../platform.ts';
import { flagRemoval } from './flagRemoval.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'FromPlatformFlagConstDisallowed',
  docs: `A fixed \`--platform\` in FROM makes the stage the same for all platforms that are built for, which is seldom meant.
Leave it out, or use \`$BUILDPLATFORM\` for a stage that compiles for other platforms. A stage that is for one platform on
purpose has it in its name, such as \`build-amd64\`.`,
  bad: [
    {
      file: 'FROM --platform=linux/amd64 alpine AS base\n                ^^^^^^^^^^^ FROM --platform flag should not use constant value "linux/amd64"\n',
      fixed: 'FROM alpine AS base\n',
    },
  ],
  good: [
    'FROM --platform=$BUILDPLATFORM alpine AS base\n',
    'FROM --platform=linux/amd64 alpine AS build_amd64\n',
    'FROM --platform=linux/x86_64 alpine AS build-amd64\n',
  ],
  *check({ stages, variables }) {
    for (const { from, name } of stages) {
      for (const flag of from.flags) {
        const { value } = flag;
        if (flag.name.text !== 'platform' || value === undefined || /\$/.test(value.text)) continue;
        const { text = '' } = variables.expansionOf(value);
        const platform = parsePlatform(text);
        if ('problem' in platform) continue;
        const stageName = name?.text.toLowerCase() ?? '';
        if (stageName.includes(platform.os) || stageName.includes(platform.architecture)) continue;
        yield {
          span: value.span,
          message: `FROM --platform flag should not use constant value ${JSON.stringify(text)}`,
          fixes: [
            ...flagRemoval(from, flag, false),
            {
              title: 'Use $BUILDPLATFORM',
              edits: [{ span: value.span, newText: '$BUILDPLATFORM' }],
              safe: false,
            },
          ],
        };
      }
    }
  },
});
