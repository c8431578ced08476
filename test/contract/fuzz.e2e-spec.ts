import * as fc from 'fast-check';
import { AnswerCheck } from '../support/contract/answers';
import { endpointsOf, readDocument, type Endpoint } from '../support/contract/document';
import { requestsOf } from '../support/contract/requests';
import { SMALL, World } from '../support/contract/world';
import { TestPlatform } from '../support/platform';

const document = readDocument();
const check = new AnswerCheck(document);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_125);
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 60);

const mayCreate = ({ method, path }: Endpoint): boolean => method === 'POST' && !path.includes('{');

let platform: TestPlatform;
let world: World;
beforeAll(async () => {
  platform = await TestPlatform.start(SMALL);
  world = new World(platform);
});
afterAll(() => platform.stop());

it.each(endpointsOf(document).map((endpoint) => ({ ...endpoint, name: `${endpoint.method} ${endpoint.path}` })))(
  `answers what the document describes, whatever is asked of $name`,
  async (endpoint) => {
    await world.restore();
    if (endpoint.path.includes('/reservations')) await world.keepPlace();
    else if (mayCreate(endpoint)) await world.makeRoom();
    const statuses = new Map<number, number>();
    const described = fc.asyncProperty(requestsOf(endpoint, document), async (draft) => {
      const answer = await world.send(endpoint, draft);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      expect(check.faultsOf(endpoint, answer)).toEqual([]);
    });
    // Later requests depend on what earlier ones did, so a smaller one would not fail the same way. The report names the seed.
    await fc.assert(described, { seed, numRuns, endOnFailure: true });
    expect(Math.min(...statuses.keys())).toBeLessThan(300);
  },
);

it('wrote no error into its log meanwhile', () => {
  expect(platform.log.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
