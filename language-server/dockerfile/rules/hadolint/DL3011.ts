import { splitPort } from '../../ports.ts';
import { argumentWords } from './argumentWords.ts';
import { everyInstruction } from './everyInstruction.ts';
import { hadolintRule } from './rule.ts';

export default hadolintRule({
  id: 'DL3011',
  hadolintSeverity: 'error',
  docs: `Ports go from 0 to 65535. There is no port with a higher number, and a build that exposes one fails.`,
  bad: [
    {
      file: 'FROM debian:12\nEXPOSE 80 80000/tcp\n          ^^^^^^^^^ There is no port above 65535.\n',
    },
    { file: 'EXPOSE 65530-65540\n       ^^^^^^^^^^^ There is no port above 65535.\n' },
  ],
  good: ['FROM debian:12\nEXPOSE 60000 65535/udp 8000-8010 $PORT\n'],
  *check(tree) {
    for (const instruction of everyInstruction(tree)) {
      if (instruction.name !== 'EXPOSE') continue;
      for (const { text, span } of argumentWords(instruction)) {
        const ports = splitPort(text).containerPort.split('-');
        if (ports.some((port) => /^\d+$/.test(port) && Number(port) > 65535))
          yield { span, message: 'There is no port above 65535.' };
      }
    }
  },
});
