import { integer, list, map, names, oneOf, type Shape, text } from './shape.ts';

/** An entry of the top-level `models`. */
export const model: Shape = map('a model', {
  model: {
    doc: 'The OCI reference of the model, such as `ai/smollm2`.',
    shape: text(),
    required: true,
    rank: 1,
  },
  name: { doc: 'The name of the model, instead of the key.', shape: text() },
  context_size: { doc: 'How many tokens of context the model gets.', shape: integer },
  runtime_flags: { doc: 'Arguments for the engine that runs the model.', shape: list(text()) },
});

/** A service's `models`. */
export const serviceModels: Shape = oneOf(
  list(text({ refers: { to: 'model', part: 'whole' } }), { unique: true }),
  names(
    'model',
    oneOf(
      map('a model of a service', {
        endpoint_var: { doc: 'The environment variable that gets the model’s URL.', shape: text(), rank: 1 },
        model_var: { doc: 'The environment variable that gets the model’s name.', shape: text(), rank: 1 },
      }),
    ),
    { refers: { to: 'model', part: 'whole' } },
  ),
);
