import { undefinedName } from './undefinedName.ts';

/** A model that the file does not declare. */
export const undefinedModel = undefinedName('model', {
  id: 'UndefinedModel',
  docs: 'A service uses AI models that the top-level `models` declares.',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\n    models: [chat]\n             ^^^^ There is no model `chat`. Declare it under the top-level `models`.\n',
    },
  ],
  good: [
    'services:\n  web:\n    image: nginx\n    models:\n      chat:\n        endpoint_var: URL\nmodels:\n  chat:\n    model: ai/smollm2\n',
  ],
});
