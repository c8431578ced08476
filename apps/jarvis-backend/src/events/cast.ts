import { createHash } from 'node:crypto';
import { createRandom, type Random } from './random';

/** The people, machines and addresses of one session's company. All events draw from it, so that they fit together. */
export interface Cast {
  readonly org: Org;
  readonly users: readonly User[];
  readonly servers: readonly Server[];
  readonly attackers: readonly Attacker[];
  readonly remotes: readonly Remote[];
}

export interface Org {
  readonly name: string;
  readonly domain: string;
  readonly netbios: string;
  readonly public_ip: string;
  readonly firewall: string;
  readonly aws_account: string;
}

export interface Host {
  readonly name: string;
  readonly fqdn: string;
  readonly ip: string;
  readonly mac: string;
  readonly os: string;
  readonly os_version: string;
  readonly id: string;
}

export interface User {
  readonly first: string;
  readonly last: string;
  readonly name: string;
  readonly login: string;
  readonly email: string;
  readonly id: string;
  readonly sid: string;
  readonly department: string;
  readonly title: string;
  readonly home_ip: string;
  readonly host: Host;
}

export interface Server extends Host {
  readonly role: string;
}

export interface Attacker {
  readonly ip: string;
  readonly c2_ip: string;
  readonly domain: string;
  readonly country: string;
  readonly country_code: string;
  readonly city: string;
  readonly user_agent: string;
}

/** A harmless place on the internet. */
export interface Remote {
  readonly domain: string;
  readonly ip: string;
  readonly country: string;
  readonly country_code: string;
  readonly category: string;
  readonly app: string;
}

const FIRST =
  'Amara Ben Carla Dmitri Elena Farid Grace Hugo Ines Jonas Keiko Liam Mei Noor Oscar Priya Quinn Rosa Sven Tara Uma Victor Wen Yara'.split(
    ' ',
  );
const LAST =
  'Abbott Berg Costa Dahl Evans Fischer Garcia Haddad Ito Jensen Khan Laurent Moreau Novak Okafor Patel Rossi Santos Tanaka Usman Vega Weber Young Zhang'.split(
    ' ',
  );
const WORK = [
  { department: 'Finance', titles: ['Accounts Payable Lead', 'Financial Analyst', 'Controller'] },
  { department: 'Engineering', titles: ['Software Engineer', 'Site Reliability Engineer', 'Data Engineer'] },
  { department: 'Human Resources', titles: ['Recruiter', 'HR Business Partner'] },
  { department: 'Sales', titles: ['Account Executive', 'Sales Engineer'] },
  { department: 'IT', titles: ['Systems Administrator', 'Help Desk Analyst'] },
] as const;
// All workstations run Windows: endpoint products show Windows paths for every user.
const SYSTEMS = [
  { os: 'Windows 11 Pro', os_version: '10.0.22631' },
  { os: 'Windows 10 Enterprise', os_version: '10.0.19045' },
] as const;
const SERVERS = [
  { role: 'domain controller', label: 'DC01', os: 'Windows Server 2022', os_version: '10.0.20348' },
  { role: 'file server', label: 'FS01', os: 'Windows Server 2022', os_version: '10.0.20348' },
  { role: 'database', label: 'DB01', os: 'Ubuntu 24.04', os_version: '6.8.0-45-generic' },
  { role: 'web server', label: 'WEB01', os: 'Ubuntu 24.04', os_version: '6.8.0-45-generic' },
] as const;
const AGENTS = [
  'python-requests/2.31.0',
  'curl/8.4.0',
  'Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0',
];
const PLACES = [
  { country: 'Netherlands', country_code: 'NL', city: 'Amsterdam' },
  { country: 'Moldova', country_code: 'MD', city: 'Chisinau' },
  { country: 'Panama', country_code: 'PA', city: 'Panama City' },
] as const;
// Names of the reserved `.example` domain and addresses of the documentation ranges (RFC 2606, RFC 5737): a demo log
// must never accuse a real machine.
const LURES = ['secure-docs-login.example', 'cdn-update-sync.example', 'invoice-portal-eu.example'];
const REMOTES = [
  { domain: 'mail.cloudsuite.example', category: 'web-based-email', app: 'outlook-web' },
  { domain: 'updates.osvendor.example', category: 'computer-and-internet-info', app: 'ms-update' },
  { domain: 'files.teamshare.example', category: 'online-storage-and-backup', app: 'dropbox' },
  { domain: 'video.meetnow.example', category: 'internet-communications-and-telephony', app: 'zoom' },
  { domain: 'repo.codehost.example', category: 'computer-and-internet-info', app: 'github' },
  { domain: 'www.dailynews.example', category: 'news', app: 'web-browsing' },
] as const;

/** The same session id always gives the same cast. */
export function createCast(sessionId: string): Cast {
  const random = createRandom(`cast:${sessionId}`);
  const domain = 'meridian.example';
  const domainSid = `S-1-5-21-${random.int(1e8, 9e8)}-${random.int(1e8, 9e8)}-${random.int(1e8, 9e8)}`;
  const firsts = shuffle(FIRST, random);
  const lasts = shuffle(LAST, random);
  return {
    org: {
      name: 'Meridian Holdings',
      domain,
      netbios: 'MERIDIAN',
      public_ip: '198.51.100.10',
      firewall: 'fw-edge-01',
      aws_account: String(random.int(1e11, 9e11)),
    },
    users: firsts
      .slice(0, 12)
      .map((first, index) => createUser({ first, last: lasts[index]!, index, domain, domainSid, random })),
    servers: SERVERS.map((server, index) => ({
      role: server.role,
      ...createHost({ name: `MER-${server.label}`, ip: `10.20.0.${10 + index}`, domain, random, system: server }),
    })),
    attackers: LURES.map((lure, index) => ({
      ip: `203.0.113.${random.int(2 + index * 80, 78 + index * 80)}`,
      c2_ip: `192.0.2.${random.int(2 + index * 80, 78 + index * 80)}`,
      domain: lure,
      ...PLACES[index]!,
      user_agent: AGENTS[index]!,
    })),
    remotes: REMOTES.map((remote, index) => ({
      ...remote,
      ip: `198.51.100.${100 + index * 12 + random.int(0, 11)}`,
      country: 'United States',
      country_code: 'US',
    })),
  };
}

interface UserSeed {
  readonly first: string;
  readonly last: string;
  readonly index: number;
  readonly domain: string;
  readonly domainSid: string;
  readonly random: Random;
}

function createUser({ first, last, index, domain, domainSid, random }: UserSeed): User {
  const work = WORK[index % WORK.length]!;
  const system = random.pick(SYSTEMS);
  const login = `${first}.${last}`.toLowerCase();
  return {
    first,
    last,
    name: `${first} ${last}`,
    login,
    email: `${login}@${domain}`,
    id: `00u${random.text('abcdefghijkmnpqrstuvwxyz23456789', 17)}`,
    sid: `${domainSid}-${1104 + index}`,
    department: work.department,
    title: random.pick(work.titles),
    home_ip: `198.51.100.${20 + index * 5 + random.int(0, 4)}`,
    host: createHost({
      name: `MER-WS-${101 + index}`,
      ip: `10.20.${10 + (index % 5)}.${50 + index}`,
      domain,
      random,
      system,
    }),
  };
}

interface HostSeed {
  readonly name: string;
  readonly ip: string;
  readonly domain: string;
  readonly random: Random;
  readonly system: { readonly os: string; readonly os_version: string };
}

const createHost = ({ name, ip, domain, random, system }: HostSeed): Host => ({
  name,
  fqdn: `${name.toLowerCase()}.${domain}`,
  ip,
  mac: `02:${Array.from({ length: 5 }, () => random.text('0123456789abcdef', 2)).join(':')}`,
  os: system.os,
  os_version: system.os_version,
  id: createHash('sha256').update(`${name}:${random.next()}`).digest('hex').slice(0, 32),
});

function shuffle<T>(items: readonly T[], random: Random): T[] {
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = random.int(0, last);
    [copy[last], copy[other]] = [copy[other]!, copy[last]!];
  }
  return copy;
}
