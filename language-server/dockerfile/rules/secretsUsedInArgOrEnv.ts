import { buildCheck } from './rule.ts';

const secret = /(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)/i;
const harmless = /(?:_|^)(?:public|file|version)(?:_|$)/i;

export default buildCheck({
  id: 'SecretsUsedInArgOrEnv',
  aliases: ['DL3064'],
  docs: `The name of a variable says that it is a secret. ARG and ENV are no place for secrets: their values can be read from
the image and its history. Give the secret to the one command that needs it:

\`\`\`dockerfile
RUN --mount=type=secret,id=token,env=TOKEN ./fetch
\`\`\`

and build with \`docker build --secret id=token,env=TOKEN\`.`,
  bad: [
    {
      file: 'FROM scratch\nARG AWS_SECRET_ACCESS_KEY\n    ^^^^^^^^^^^^^^^^^^^^^ Do not use ARG or ENV instructions for sensitive data (ARG "AWS_SECRET_ACCESS_KEY")\nENV a=1 github_token=x\n        ^^^^^^^^^^^^ Do not use ARG or ENV instructions for sensitive data (ENV "github_token")\n',
    },
  ],
  good: [
    'ARG TOKEN\nFROM scratch\nARG PUBLIC_KEY\nENV TOKEN_FILE=/x MONKEY=1 KEYS=2\nRUN --mount=type=secret,id=a,env=TOKEN true\n',
  ],
  *check({ variables }) {
    for (const { kind, name, key, stage } of variables.declarations) {
      if (stage === undefined || !secret.test(name) || harmless.test(name)) continue;
      yield {
        span: key.span,
        message: `Do not use ARG or ENV instructions for sensitive data (${kind} "${name}")`,
      };
    }
  },
});
