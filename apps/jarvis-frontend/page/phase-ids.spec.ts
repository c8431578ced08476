import { phaseIds } from './phase-ids';

it.each([
  [[{ id: null, name: 'Initial access' }], ['initial_access']],
  [[{ id: 'first', name: 'Initial access' }], ['first']],
  [[{ id: null, name: 'Älter & Größer' }], ['alter_gro_er']],
  [[{ id: null, name: 'Разведка' }], ['phase']],
  [[{ id: null, name: 'x'.repeat(80) }], ['x'.repeat(64)]],
  [
    [
      { id: null, name: 'Scan' },
      { id: 'scan', name: 'Scan' },
      { id: null, name: 'scan!' },
    ],
    ['scan_2', 'scan', 'scan_3'],
  ],
  [
    [
      { id: 'scan', name: 'Scan' },
      { id: 'scan', name: 'Again' },
    ],
    ['scan', 'again'],
  ],
])('names %j %j', (phases, ids) => {
  expect(phaseIds(phases)).toEqual(ids);
});
