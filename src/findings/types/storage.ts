import { defineFindings } from '../kind.ts';

export const storage = defineFindings({});
