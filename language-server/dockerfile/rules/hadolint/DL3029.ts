import { flagRemoval } from '../flagRemoval.ts';
import { hadolintRule } from './rule.ts';

export default hadolintRule({
  id: 'DL3029',
  hadolintSeverity: 'warning',
  docs: `A platform that is written into FROM holds for every build, so that \`docker build --platform\` has no say and the image
runs on one architecture only. Leave it out, or use \`$BUILDPLATFORM\` for a stage whose tools run in the build.`,
  bad: [
    {
      file: 'FROM --platform=linux/amd64 debian:12\n     ^^^^^^^^^^^^^^^^^^^^^^ The platform is fixed, whatever the build is for. Leave it out, or use $BUILDPLATFORM.\n',
      fixed: 'FROM debian:12\n',
    },
  ],
  good: [
    'FROM --platform=$BUILDPLATFORM debian:12\n',
    'FROM --platform=${TARGETPLATFORM} debian:12\n',
    'FROM debian:12\n',
  ],
  *check({ stages }) {
    for (const { from } of stages) {
      for (const flag of from.flags) {
        const { name, value, span } = flag;
        if (name.text !== 'platform' || value === undefined || value.text === '') continue;
        if (/BUILDPLATFORM|TARGETPLATFORM/.test(value.text)) continue;
        yield {
          span,
          message: 'The platform is fixed, whatever the build is for. Leave it out, or use $BUILDPLATFORM.',
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
