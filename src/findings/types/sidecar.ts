import { defineFindings } from '../kind.ts';

export const sidecar = defineFindings({});
