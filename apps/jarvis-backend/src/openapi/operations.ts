import { exportSchema, formatSchema } from '../export/export.schema';
import { logQuerySchema } from '../sends/request.schema';
import { parametersOf, type Parameter } from './schemas';

/** An operation of the API: one line for each in the table below. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`, as OpenAPI writes it. */
  readonly path: string;
  readonly id: string;
  readonly tag: keyof typeof TAGS;
  readonly summary: string;
  /** Names of schemas; an example of the body. */
  readonly body?: readonly [schema: string, example: unknown];
  readonly query?: readonly Parameter[];
  /** Of a success: its status, and a schema's name, a media type of other answers, or nothing. */
  readonly answers: readonly [status: number, content?: string];
  /** Statuses of problems besides 401. */
  readonly problems?: readonly number[];
  /** Answers without a secret. */
  readonly open?: boolean;
}

export const TAGS = {
  Session: 'Whose instance this is, and what the organisers allow',
  Catalogue: 'What can be generated: products, scenarios and their parsers',
  Events: 'Events to look at, as files, and read back',
  Destinations: 'Where events can go',
  Sends: 'Events on their way, and what came of them',
} as const;

const SEND = { product_id: 'okta_system_log', destination_id: '7c9e6679-7425-40de-944b-e07fc1f90ae7', count: 100 };
const DESTINATION = { type: 'syslog', name: 'Lab receiver', host: 'siem.example.org', port: 6514, protocol: 'tls' };
const FORMAT = ['What the file is: JSON lines (`jsonl`, the default), `csv` or `raw` lines', 'csv'] as const;

/** Every operation of the backend; `document.spec.ts` holds it to the routes. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/health',
    id: 'getHealth',
    tag: 'Session',
    summary: 'Whether the backend works',
    answers: [200, 'Health'],
    open: true,
  },
  {
    method: 'get',
    path: '/session',
    id: 'getSession',
    tag: 'Session',
    summary: 'Read the session and what it has used',
    answers: [200, 'Session'],
  },
  {
    method: 'put',
    path: '/session',
    id: 'putSession',
    tag: 'Session',
    summary: 'Say whose instance it is and what is allowed (session manager only)',
    body: ['SessionInput', { session_id: 'ada-1f2e3d4c', user_id: 'ada@example.org' }],
    answers: [200, 'Session'],
    problems: [400, 403, 413, 415],
  },
  {
    method: 'get',
    path: '/products',
    id: 'listProducts',
    tag: 'Catalogue',
    summary: 'List products, and content files that are wrong',
    answers: [200, 'Products'],
  },
  {
    method: 'post',
    path: '/products/reload',
    id: 'reloadContent',
    tag: 'Catalogue',
    summary: 'Read all content files again',
    answers: [200, 'Reloaded'],
  },
  {
    method: 'get',
    path: '/products/{id}',
    id: 'getProduct',
    tag: 'Catalogue',
    summary: 'Read a product',
    answers: [200, 'Product'],
    problems: [404],
  },
  {
    method: 'get',
    path: '/products/{id}/parser',
    id: 'getParser',
    tag: 'Catalogue',
    summary: "Read a product's parser",
    answers: [200, 'Parser'],
    problems: [404],
  },
  {
    method: 'get',
    path: '/scenarios',
    id: 'listScenarios',
    tag: 'Catalogue',
    summary: 'List scenarios',
    answers: [200, 'Scenarios'],
  },
  {
    method: 'get',
    path: '/scenarios/{id}',
    id: 'getScenario',
    tag: 'Catalogue',
    summary: 'Read a scenario',
    answers: [200, 'Scenario'],
    problems: [404],
  },
  {
    method: 'post',
    path: '/generate',
    id: 'generate',
    tag: 'Events',
    summary: 'Preview events; nothing is sent',
    body: ['GenerateInput', { product_id: 'okta_system_log', count: 5, seed: 'demo' }],
    answers: [200, 'Preview'],
    problems: [400, 403, 404, 415],
  },
  {
    method: 'get',
    path: '/export',
    id: 'exportEvents',
    tag: 'Events',
    summary: 'Download generated events; nothing is sent',
    query: parametersOf(exportSchema, {
      product_id: ['A product, or', 'okta_system_log'],
      scenario_id: ['a scenario', 'mfa_fatigue'],
      count: ['How many events', 1000],
      seed: ['The same seed makes the same events', 'demo'],
      base_time: ['The time of the first event', '2026-11-23T09:00:00Z'],
      noise: ['Background events for each of a scenario', 2],
      format: FORMAT,
    }),
    answers: [200, 'application/x-ndjson'],
    problems: [400, 403, 404],
  },
  {
    method: 'post',
    path: '/parse',
    id: 'parse',
    tag: 'Events',
    summary: 'Read common fields in pasted logs',
    body: [
      'ParseInput',
      {
        text: 'Nov 26 2026 08:00:00 asa-dc-01 : %ASA-6-302014: Teardown TCP connection 7 for outside:198.51.100.158/443 to inside:10.20.13.58/65048 duration 0:00:17 bytes 82085 TCP FINs',
      },
    ],
    answers: [200, 'Parsed'],
    problems: [400, 404, 415],
  },
  {
    method: 'get',
    path: '/parse/fields',
    id: 'listFieldMeanings',
    tag: 'Events',
    summary: 'What each common field means',
    answers: [200, 'FieldMeanings'],
  },
  {
    method: 'get',
    path: '/destinations',
    id: 'listDestinations',
    tag: 'Destinations',
    summary: 'List destinations',
    answers: [200, 'Destinations'],
  },
  {
    method: 'post',
    path: '/destinations',
    id: 'createDestination',
    tag: 'Destinations',
    summary: 'Create a destination',
    body: ['DestinationInput', DESTINATION],
    answers: [201, 'Destination'],
    problems: [400, 403, 409, 415, 429],
  },
  {
    method: 'get',
    path: '/destinations/{id}',
    id: 'getDestination',
    tag: 'Destinations',
    summary: 'Read a destination',
    answers: [200, 'Destination'],
    problems: [404],
  },
  {
    method: 'put',
    path: '/destinations/{id}',
    id: 'replaceDestination',
    tag: 'Destinations',
    summary: 'Replace a destination; a token that is left out stays',
    body: ['DestinationInput', DESTINATION],
    answers: [200, 'Destination'],
    problems: [400, 403, 404, 409, 415],
  },
  {
    method: 'patch',
    path: '/destinations/{id}',
    id: 'changeDestination',
    tag: 'Destinations',
    summary: 'Change fields of a destination',
    body: ['DestinationChange', { port: 6514 }],
    answers: [200, 'Destination'],
    problems: [400, 403, 404, 409, 415],
  },
  {
    method: 'delete',
    path: '/destinations/{id}',
    id: 'deleteDestination',
    tag: 'Destinations',
    summary: 'Delete a destination; sends to it end',
    answers: [204],
    problems: [403, 404],
  },
  {
    method: 'post',
    path: '/destinations/{id}/test',
    id: 'testDestination',
    tag: 'Destinations',
    summary: 'Send one event and say what came of it',
    answers: [200, 'TestResult'],
    problems: [403, 404],
  },
  {
    method: 'get',
    path: '/sends',
    id: 'listSends',
    tag: 'Sends',
    summary: 'List the latest sends',
    answers: [200, 'Sends'],
  },
  {
    method: 'post',
    path: '/sends',
    id: 'startSend',
    tag: 'Sends',
    summary: 'Start a send',
    body: ['SendInput', SEND],
    answers: [202, 'Send'],
    problems: [400, 403, 404, 415, 429],
  },
  {
    method: 'get',
    path: '/sends/{id}',
    id: 'getSend',
    tag: 'Sends',
    summary: 'Read a send',
    answers: [200, 'Send'],
    problems: [404],
  },
  {
    method: 'get',
    path: '/sends/{id}/events',
    id: 'followSend',
    tag: 'Sends',
    summary: 'Follow a send as server-sent events',
    answers: [200, 'text/event-stream'],
    problems: [404],
  },
  {
    method: 'post',
    path: '/sends/{id}/pause',
    id: 'pauseSend',
    tag: 'Sends',
    summary: 'Stop a send where it is',
    answers: [200, 'Send'],
    problems: [404, 409],
  },
  {
    method: 'post',
    path: '/sends/{id}/resume',
    id: 'resumeSend',
    tag: 'Sends',
    summary: 'Let a paused send go on',
    answers: [200, 'Send'],
    problems: [404, 409],
  },
  {
    method: 'post',
    path: '/sends/{id}/cancel',
    id: 'cancelSend',
    tag: 'Sends',
    summary: 'End a send',
    answers: [200, 'Send'],
    problems: [404, 409],
  },
  {
    method: 'get',
    path: '/sends/{id}/result',
    id: 'getSendResult',
    tag: 'Sends',
    summary: 'What a send has sent, by phase and kind',
    answers: [200, 'SendResult'],
    problems: [404],
  },
  {
    method: 'get',
    path: '/sends/{id}/log',
    id: 'listSentEvents',
    tag: 'Sends',
    summary: 'Each event that a send has sent, in pages',
    query: parametersOf(logQuerySchema, {
      from: ['The index of the first event of the page', 0],
      limit: ['How many events', 50],
      only: ['Which events', 'all'],
    }),
    answers: [200, 'SentPage'],
    problems: [400, 404, 409],
  },
  {
    method: 'get',
    path: '/sends/{id}/export',
    id: 'exportSentEvents',
    tag: 'Sends',
    summary: 'Download what a send has sent',
    query: parametersOf(formatSchema, { format: FORMAT }),
    answers: [200, 'application/x-ndjson'],
    problems: [400, 404, 409],
  },
];
