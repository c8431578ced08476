import { exampleOf } from './examples';

const schemas = {
  Port: { type: 'object', properties: { number: { type: 'integer', example: 10_000 } } },
  Untold: { type: 'object', properties: { number: { type: 'integer' } } },
};

it('puts the example of a body together from those of its fields', () => {
  const schema = {
    type: 'object',
    properties: {
      id: { type: 'string', example: 'ada-a24fd782' },
      status: { type: 'string', enum: ['active', 'ended'] },
      at: { type: 'string', format: 'date-time' },
      ports: { type: 'array', items: { $ref: '#/components/schemas/Port' } },
      parent: { anyOf: [{ $ref: '#/components/schemas/Port' }, { type: 'null' }] },
      reason: { type: 'string', example: null },
    },
  };
  expect(exampleOf(schema, schemas, 'GET /')).toEqual({
    id: 'ada-a24fd782',
    status: 'active',
    at: '2026-05-04T08:45:00.000Z',
    ports: [{ number: 10_000 }],
    parent: { number: 10_000 },
    reason: null,
  });
});

it('names the field that has no example', () => {
  expect(() => exampleOf({ $ref: '#/components/schemas/Untold' }, schemas, 'GET /')).toThrow(
    'Untold.number has no example.',
  );
});
