/** A manager that is killed in the middle: launches what it is told to and kills itself before the given step. */
import { readFileSync } from 'node:fs';
import { ProcessOrchestrator } from '@app/orchestrator';
import type { InstanceSpec, LaunchStep, ProcessOptions } from '@app/orchestrator';

interface Orders {
  readonly options: ProcessOptions;
  readonly spec: Omit<InstanceSpec, 'expiresAt'> & { readonly expiresAt: string };
  readonly dieBefore: LaunchStep;
}

const { options, spec, dieBefore } = JSON.parse(readFileSync(0, 'utf8')) as Orders;
void new ProcessOrchestrator(options).launch(
  { ...spec, expiresAt: new Date(spec.expiresAt) },
  {
    signal: new AbortController().signal,
    onStep: (step) => {
      if (step === dieBefore) process.kill(process.pid, 'SIGKILL');
    },
  },
);
