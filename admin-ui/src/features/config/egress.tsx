import { egressWords } from './egress-words';
import type { Config } from './use-config';

/** Where instances may send. It is the host's firewall that does it, so it is told here and not changed. */
export const Egress = ({ egress }: Pick<Config, 'egress'>) => (
  <section aria-label="Network" className="card">
    <h2 className="card-title">Network</h2>
    <p className="flush">{egressWords(egress)}</p>
    {egress.warnings.map((words) => (
      <p key={words} className="banner" data-severity="warning">
        {words}
      </p>
    ))}
    <p className="dim small flush">
      Set by <code>EGRESS</code> and <code>EGRESS_LIST</code> of the environment, at a restart.
    </p>
  </section>
);
