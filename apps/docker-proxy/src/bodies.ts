import { isIPv4 } from 'node:net';
import { inNetwork } from '@app/config';
import * as z from 'zod/mini';
import { Forbidden } from './forbidden';
import { CONTAINER_NAME, MANAGED_BY, NETWORK_NAME, VOLUME_NAME } from './names';
import type { ProxySettings } from './settings';

export type BodyKind = 'container' | 'network' | 'volume' | 'connect' | 'disconnect';

/**
 * All that a body may have, and nothing else. The engine is to be told what is returned here, not the text that came: it also takes
 * names in other letters.
 * @throws Forbidden naming the place, not what stands there, which may be secret.
 */
export function readBody(kind: BodyKind, body: unknown, settings: ProxySettings, contentPath?: string): unknown {
  const { success, data, error } = z.safeParse(schemaOf(kind, settings, contentPath), body);
  if (success) return data;
  const [issue] = error.issues;
  const place = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])].join('.');
  throw new Forbidden(`the ${kind} is not as the session manager describes it: ${place || 'no object'}`);
}

/** The volume that a container's body, which was read, mounts. */
export const volumeOf = (body: unknown): string =>
  (body as z.infer<ReturnType<typeof containerBody>>).HostConfig.Binds[0]?.split(':')[0] ?? '';

function schemaOf(kind: BodyKind, settings: ProxySettings, contentPath?: string): z.ZodMiniType {
  switch (kind) {
    case 'container':
      return containerBody(settings, contentPath);
    case 'network':
      return networkBody(settings);
    case 'volume':
      return z.strictObject({ Name: matching(VOLUME_NAME), Labels: labels(settings) });
    case 'connect':
      return z.strictObject({ Container: z.string() });
    case 'disconnect':
      return z.strictObject({ Container: z.string(), Force: z.boolean() });
  }
}

const matching = (pattern: RegExp) => z.string().check(z.regex(pattern));
const among = (values: readonly string[]) => z.string().check(z.refine((value) => values.includes(value)));
const amount = () => z.number().check(z.positive());

const labels = ({ deployment }: ProxySettings) =>
  z
    .record(z.string(), z.string())
    .check(z.refine((value) => value['managed_by'] === MANAGED_BY && value['deployment'] === deployment));

const PORT = '8000/tcp';

function containerBody(settings: ProxySettings, contentPath: string | undefined) {
  const network = settings.isolation === 'session' ? matching(NETWORK_NAME) : z.literal(settings.sharedNetwork);
  const hostPort = z.string().check(z.refine((port) => isLeased(port, settings)));
  return z.strictObject({
    Image: among(settings.images),
    Hostname: matching(CONTAINER_NAME),
    User: z.literal('1000:1000'),
    Labels: labels(settings),
    Env: z.array(z.string()),
    ExposedPorts: z.strictObject({ [PORT]: z.strictObject({}) }),
    StopTimeout: amount(),
    HostConfig: z.strictObject({
      Binds: z.tuple([volumeBind], contentBind(contentPath)),
      PortBindings: z.strictObject({
        [PORT]: z.tuple([z.strictObject({ HostIp: z.literal(settings.publishAddress), HostPort: hostPort })]),
      }),
      NetworkMode: network,
      // No name server at all, where the network of instances is closed.
      Dns: z.optional(z.tuple([z.literal('127.0.0.1')])),
      RestartPolicy: z.strictObject({ Name: z.literal('unless-stopped') }),
      NanoCpus: amount(),
      Memory: amount(),
      MemorySwap: amount(),
      PidsLimit: amount(),
      CapDrop: z.tuple([z.literal('ALL')]),
      SecurityOpt: z.tuple([z.literal('no-new-privileges')]),
      ReadonlyRootfs: z.literal(true),
      Tmpfs: z.strictObject({ '/tmp': matching(/^rw,noexec,nosuid,nodev,size=\d+m,mode=1777$/) }),
      LogConfig: z.strictObject({
        Type: z.literal('json-file'),
        Config: z.strictObject({ 'max-size': z.string(), 'max-file': z.string() }),
      }),
    }),
    NetworkingConfig: z.strictObject({
      EndpointsConfig: z.record(network, z.strictObject({ Aliases: z.array(matching(CONTAINER_NAME)) })),
    }),
  });
}

const volumeBind = z.string().check(
  z.refine((bind) => {
    const [volume = '', ...place] = bind.split(':');
    return VOLUME_NAME.test(volume) && ['/app/data', '/app/shared-data:nocopy'].includes(place.join(':'));
  }),
);

/** Of the host's folders only the two of the content, to be read. */
const contentBind = (contentPath: string | undefined) =>
  among(
    contentPath === undefined
      ? []
      : ['event_generators', 'parsers'].map((folder) => `${contentPath}/${folder}:/Backend/${folder}:ro`),
  );

const isLeased = (port: string, { ports }: ProxySettings): boolean =>
  /^\d{1,5}$/.test(port) && Number(port) >= ports.start && Number(port) <= ports.end;

/** A session's own network, or the one that all share where sessions have none of their own. */
function networkBody(settings: ProxySettings) {
  const bridge = { CheckDuplicate: z.literal(true), Driver: z.literal('bridge'), EnableIPv6: z.literal(false) };
  if (settings.isolation === 'shared') return z.strictObject({ ...bridge, Name: z.literal(settings.sharedNetwork) });
  const subnet = z.string().check(z.refine((block) => isSessionBlock(block, settings.subnetPool)));
  return z.strictObject({
    ...bridge,
    Name: matching(NETWORK_NAME),
    Labels: labels(settings),
    IPAM: z.strictObject({
      Driver: z.literal('default'),
      Config: z.tuple([z.strictObject({ Subnet: subnet })]),
    }),
  });
}

function isSessionBlock(block: string, pool: string): boolean {
  const [address = '', size] = block.split('/');
  return isIPv4(address) && size === '28' && inNetwork(pool)(address);
}
