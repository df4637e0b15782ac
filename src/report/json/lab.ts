import type { LabDocument } from './contracts.ts';

/** How a lab is, as the contract has it. */
export const labDocument = (status: Omit<LabDocument, 'schema'>): LabDocument => ({
  schema: 'fleetmedic/lab/v1',
  ...status,
});
