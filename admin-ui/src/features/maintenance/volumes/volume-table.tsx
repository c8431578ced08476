import { bytes } from '../../../shared/format';
import { dateTime } from '../../../shared/time';
import { SelectAll } from '../../../shared/select-all';
import { useMore } from '../../../shared/use-more';
import { useNow } from '../../../shared/use-now';
import type { RetainedVolume } from './use-volumes';
import { removalWords } from './volume-words';

interface Props {
  readonly volumes: readonly RetainedVolume[];
  /** By instance. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

export const VolumeTable = ({ volumes, chosen, onChoose }: Props) => {
  const now = useNow(10_000);
  const { shown, more } = useMore(volumes);
  const all = volumes.length > 0 && volumes.every(({ instance_id: id }) => chosen.has(id));
  const some = chosen.size > 0 ? 'some' : 'none';
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const toggleAll = () => onChoose(new Set(all ? [] : volumes.map(({ instance_id: id }) => id)));
  return (
    <>
      <table aria-label="Kept volumes" className="table as-cards selectable">
        <thead>
          <tr>
            <th className="check">
              <SelectAll label="Choose all volumes" covered={all ? 'all' : some} onToggle={toggleAll} />
            </th>
            <th>Volume</th>
            <th>User</th>
            <th>Size</th>
            <th>Session ended</th>
            <th>Removed by itself</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((volume) => (
            <tr key={volume.instance_id} data-chosen={chosen.has(volume.instance_id) || undefined}>
              <td className="check">
                <input
                  type="checkbox"
                  aria-label={`Choose ${volume.name}`}
                  checked={chosen.has(volume.instance_id)}
                  onChange={() => toggle(volume.instance_id)}
                />
              </td>
              <td className="mono wrap">{volume.name}</td>
              <td className="wrap" data-label="User">
                {volume.user_id}
              </td>
              <td className="tabular" data-label="Size">
                {volume.size_bytes === null ? <span className="dim">not told</span> : bytes(volume.size_bytes)}
              </td>
              <td data-label="Ended">
                {volume.ended_at === null ? <span className="dim">nobody remembers</span> : dateTime(volume.ended_at)}
              </td>
              <td className="tabular" data-label="Removed">
                {removalWords(volume, now)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
};
