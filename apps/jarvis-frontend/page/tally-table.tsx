import { formatCount, formatPhase } from './format';
import type { Tally } from './types';

/** How many events of which kind were sent. */
export const TallyTable = ({ tallies }: { tallies: readonly Tally[] }) =>
  tallies.length === 0 ? null : (
    <div class="history-scroll" tabIndex={0} role="region" aria-label="What was sent, by kind">
      <table class="tallies">
        <thead>
          <tr>
            <th scope="col">Phase</th>
            <th scope="col">Product</th>
            <th scope="col">Event</th>
            <th scope="col" class="number">
              Sent
            </th>
          </tr>
        </thead>
        <tbody>
          {tallies.map(({ phase, product_id, event_id, event_name, malicious, events }) => (
            <tr key={`${phase} ${product_id} ${event_id}`}>
              <td>{phase ? formatPhase(phase) : <span class="quiet">–</span>}</td>
              <td class="mono">{product_id}</td>
              <td>
                {event_name} {malicious && <span class="tag attack">attack</span>}
              </td>
              <td class="number">{formatCount(events)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
