import { Combobox } from './combobox';
import { EventSelect } from './event-select';
import { Field } from './field';
import { NumberField } from './number-field';
import { PlaceButtons } from './place-buttons';
import type { StepDraft } from './scenario-draft';
import { StepDetails, type StepProps } from './step-details';

interface Props extends StepProps {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** A product's event, so many times. */
export function ScenarioStep(props: Props) {
  const { path, what, step, products, productOptions, faults, onChange, isFirst, isLast, onMove, onRemove } = props;
  const set = (change: Partial<StepDraft>): void => onChange({ ...step, ...change });
  const product = products.find(({ id }) => id === step.product);
  const fault = faults[path] ?? faults[`${path}.with`];
  return (
    <li class="scenario-step" aria-label={what}>
      <div class="scenario-step-fields">
        <Field id={`${path}.product`} label="Product" error={faults[`${path}.product`]}>
          <Combobox
            id={`${path}.product`}
            options={productOptions}
            value={step.product}
            placeholder="Type to search"
            isFree={false}
            isWrong={Boolean(faults[`${path}.product`])}
            onChange={(chosen) => chosen !== step.product && set({ product: chosen, event: '' })}
          />
        </Field>
        <EventSelect
          id={`${path}.event`}
          product={product}
          step={step}
          isAttackPhase={props.isAttackPhase}
          error={faults[`${path}.event`]}
          onChange={(event) => set({ event })}
        />
        <NumberField
          id={`${path}.count`}
          label="Times"
          min="1"
          max="1000"
          error={faults[`${path}.count`]}
          value={step.count}
          onChange={(count) => set({ count })}
        />
        <PlaceButtons what={what} isFirst={isFirst} isLast={isLast} onMove={onMove} onRemove={onRemove} />
      </div>
      <StepDetails {...props} />
      {fault && (
        <p class="error scenario-fault" tabIndex={-1} data-fault>
          {fault}
        </p>
      )}
    </li>
  );
}
