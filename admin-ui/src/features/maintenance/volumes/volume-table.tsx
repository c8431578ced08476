import { Checkbox, Table } from '@mantine/core';
import { bytes } from '../../../shared/format';
import { dateTime } from '../../../shared/time';
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
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const toggleAll = () => onChoose(new Set(all ? [] : volumes.map(({ instance_id: id }) => id)));
  return (
    <>
      <Table aria-label="Kept volumes" className="as-cards selectable">
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="check">
              <Checkbox
                aria-label="Choose all volumes"
                checked={all}
                indeterminate={!all && chosen.size > 0}
                onChange={toggleAll}
              />
            </Table.Th>
            <Table.Th>Volume</Table.Th>
            <Table.Th>User</Table.Th>
            <Table.Th>Size</Table.Th>
            <Table.Th>Session ended</Table.Th>
            <Table.Th>Removed by itself</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((volume) => (
            <Table.Tr key={volume.instance_id} data-chosen={chosen.has(volume.instance_id) || undefined}>
              <Table.Td className="check">
                <Checkbox
                  aria-label={`Choose ${volume.name}`}
                  checked={chosen.has(volume.instance_id)}
                  onChange={() => toggle(volume.instance_id)}
                />
              </Table.Td>
              <Table.Td className="mono wrap">{volume.name}</Table.Td>
              <Table.Td className="wrap" data-label="User">
                {volume.user_id}
              </Table.Td>
              <Table.Td className="tabular" data-label="Size">
                {volume.size_bytes === null ? <span className="dim">not told</span> : bytes(volume.size_bytes)}
              </Table.Td>
              <Table.Td data-label="Ended">
                {volume.ended_at === null ? <span className="dim">nobody remembers</span> : dateTime(volume.ended_at)}
              </Table.Td>
              <Table.Td className="tabular" data-label="Removed">
                {removalWords(volume, now)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {more}
    </>
  );
};
