import { parseConfig } from '@app/config';
import { egressWarnings } from './egress-warnings';

const LIST = { EGRESS: 'list', EGRESS_LIST: '192.0.2.0/24' };

it.each<[string, Record<string, string>, RegExp[]]>([
  ['nothing by default', {}, []],
  ['nothing of what is allowed in an open network', { DESTINATIONS_ALLOW: 'all' }, []],
  ['nothing where the firewall holds all of it', { EGRESS: 'internet' }, []],
  ['nothing where what is allowed is listed', { ...LIST, DESTINATIONS_ALLOW: '192.0.2.7/32' }, []],
  ['nothing of a public address that is allowed', { EGRESS: 'internet', DESTINATIONS_ALLOW: '203.0.113.7/32' }, []],
  ['a list without its mode', { EGRESS_LIST: '192.0.2.0/24' }, [/^EGRESS_LIST is set/]],
  ['a list beside another mode', { EGRESS: 'none', EGRESS_LIST: '192.0.2.0/24' }, [/^EGRESS_LIST/]],
  ['processes', { EGRESS: 'none', DRIVER: 'process' }, [/^EGRESS=none .* local processes/]],
  [
    'a shared network',
    { EGRESS: 'internet', NETWORK_ISOLATION: 'shared' },
    [/^EGRESS=internet .*NETWORK_ISOLATION=session\.$/],
  ],
  [
    'what is allowed and closed',
    { EGRESS: 'internet', DESTINATIONS_ALLOW: '192.168.1.20/32,203.0.113.7/32' },
    [/^DESTINATIONS_ALLOW names what EGRESS=internet closes.* Take it out of DESTINATIONS_ALLOW\.$/],
  ],
  [
    'an allowance that is wider than the list',
    { ...LIST, DESTINATIONS_ALLOW: 'all' },
    [/DESTINATIONS_ALLOW names .* Add it to EGRESS_LIST/],
  ],
])('warns of %s', (_, variables, expected) => {
  const said = egressWarnings(parseConfig(variables));
  expect(said).toEqual(expected.map((words) => expect.stringMatching(words)));
});
