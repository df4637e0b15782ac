import { defineFindings } from '../kind.ts';

export const grafana = defineFindings({});
