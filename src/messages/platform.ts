import type { Message } from './messages.ts';

/** Rendering and deploying. */
export const PLATFORM_MESSAGES = {
  'render.done': {
    en: '{folder}: {clusters} clusters, {objects} objects, {files} files',
    ko: '{folder}: 클러스터 {clusters}개, 오브젝트 {objects}개, 파일 {files}개',
  },
  'render.secrets': {
    en: 'Secrets that must exist before it is applied:',
    ko: '적용 전에 있어야 하는 Secret:',
  },
  'render.secret': {
    en: '  {cluster}: {namespace}/{name} with {keys}',
    ko: '  {cluster}: {namespace}/{name} (키: {keys})',
    note: 'keys: names of keys, separated by commas',
  },
} as const satisfies Record<string, Message>;
