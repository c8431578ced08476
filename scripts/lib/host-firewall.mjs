import { at } from './paths.mjs';
import { run } from './run.mjs';
import { say, warn } from './say.mjs';

const SCRIPT = at('docker/host-firewall.sh');

const apply = ({ EGRESS, EGRESS_LIST = '', SESSION_SUBNET_POOL = '' }, ...args) =>
  run(SCRIPT, args, { env: { EGRESS, EGRESS_LIST, SESSION_SUBNET_POOL }, timeout: 30_000 });

/**
 * Lets the host's firewall hold EGRESS, where it is set and instances are containers. Whatever keeps it from that is said, and nothing
 * stops. Resolves to what takes the rules back.
 */
export async function startHostFirewall(driver, settings) {
  const nothing = async () => undefined;
  if (settings.EGRESS === undefined) return nothing;
  if (driver !== 'docker') {
    warn(
      `EGRESS=${settings.EGRESS} is kept by the backend's own rule alone: no firewall stands before local processes.`,
    );
    return nothing;
  }
  if (process.getuid() !== 0) {
    const variables = ['EGRESS', 'EGRESS_LIST', 'SESSION_SUBNET_POOL']
      .filter((name) => settings[name] !== undefined)
      .map((name) => `${name}=${settings[name]}`);
    warn(
      `EGRESS=${settings.EGRESS} is kept by the backend's own rule alone: the host's firewall needs root.\n` +
        `Run: sudo ${variables.join(' ')} docker/host-firewall.sh`,
    );
    return nothing;
  }
  try {
    const words = (await apply(settings)).split('\n').filter((line) => /^(Instances|Warning:) /.test(line));
    for (const line of words) say(`· ${line}`);
    return () => apply(settings, '--remove').catch((error) => warn(`The firewall's rules are left: ${error.message}`));
  } catch (error) {
    warn(`EGRESS=${settings.EGRESS} is kept by the backend's own rule alone. ${error.message}`);
    return nothing;
  }
}
