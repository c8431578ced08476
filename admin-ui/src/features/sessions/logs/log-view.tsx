import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { clock } from '../../../shared/time';
import { levelOf } from './log-level';
import type { NumberedLine } from './log-lines';

const LINE_HEIGHT = 20;
const AT_END_PX = 40;
const PADDING_PX = 8;

interface Props {
  readonly lines: readonly NumberedLine[];
  readonly wrap: boolean;
  /** Whether the newest line stays in sight. */
  readonly follow: boolean;
  readonly onFollow: (follow: boolean) => void;
  readonly label: string;
}

const Words = ({ line }: { line: NumberedLine }) => {
  const level = levelOf(line);
  return (
    <>
      <span className="log-time">{line.at === null ? '' : clock(Date.parse(line.at))}</span>
      <span className="log-level" data-level={level ?? (line.stream === 'stderr' ? 'stderr' : undefined)}>
        {level ?? (line.stream === 'stderr' ? 'stderr' : '')}
      </span>
      <span className="log-text">{line.text}</span>
    </>
  );
};

/** Lines of a log; only those in sight are in the document. Scrolling up lets go of the end, scrolling down to it takes hold again. */
export const LogView = ({ lines, wrap, follow, onFollow, label }: Props) => {
  const place = useRef<HTMLDivElement>(null);
  const sight = useVirtualizer({
    count: lines.length,
    getScrollElement: () => place.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: (index) => lines[index]?.number ?? index,
    overscan: 20,
    paddingStart: PADDING_PX,
    paddingEnd: PADDING_PX,
    useFlushSync: false,
  });
  const newest = lines.at(-1)?.number;
  useEffect(() => sight.measure(), [wrap, sight]);
  useEffect(() => {
    if (follow && lines.length > 0) sight.scrollToIndex(lines.length - 1, { align: 'end' });
  }, [follow, newest, lines.length, wrap, sight]);
  const onScroll = () => {
    const element = place.current;
    if (!element) return;
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < AT_END_PX;
    if (atEnd && !follow) onFollow(true);
  };
  const letGo = () => {
    const element = place.current;
    if (follow && element && element.scrollHeight > element.clientHeight) onFollow(false);
  };
  return (
    <div
      ref={place}
      className="log"
      data-wrap={wrap || undefined}
      data-timeless={lines[0]?.at === null || undefined}
      role="log"
      aria-label={label}
      aria-live="off"
      tabIndex={0}
      onScroll={onScroll}
      onWheel={({ deltaY }) => deltaY < 0 && letGo()}
      onTouchMove={letGo}
      onKeyDown={({ key }) => ['ArrowUp', 'PageUp', 'Home'].includes(key) && letGo()}
    >
      <div className="log-lines" style={{ height: sight.getTotalSize() }}>
        {sight.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index];
          return (
            line && (
              <div
                key={key}
                ref={wrap ? sight.measureElement : undefined}
                data-index={index}
                className="log-line"
                style={{ transform: `translateY(${start}px)` }}
              >
                <Words line={line} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
};
