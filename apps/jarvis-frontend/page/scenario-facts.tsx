import { formatCount, formatLength } from './format';
import type { Scenario } from './types';

const told = (count: number, one: string): string => `${formatCount(count)} ${one}${count === 1 ? '' : 's'}`;

export const ScenarioFacts = ({ scenario }: { scenario: Scenario }) => (
  <span class="line quiet">
    <span>{told(scenario.phases.length, 'phase')}</span>
    <span>{told(scenario.default_count, 'event')}</span>
    <span>{told(scenario.products.length, 'product')}</span>
    <span>{formatLength(scenario.lasts_s * 1000)}</span>
  </span>
);
