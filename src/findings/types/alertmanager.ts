import { defineFindings } from '../kind.ts';

export const alertmanager = defineFindings({});
