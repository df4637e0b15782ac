import type { RuleGroup } from './rule.ts';
import { JOB, PROCESS, SAME_PROCESS, THIS_JOB, THIS_PROCESS } from './shared/labels.ts';

/** The same names from Thanos 0.32 to 0.42 (cmd/thanos/compact.go, pkg/compact/compact.go). */
export const group: RuleGroup = {
  name: 'compactor',
  interval: '1m',
  rules: [
    {
      // Runs of compaction and blocks to be downsampled, as the compactor itself plans them. Only with `--wait`.
      record: 'cluster_job:thanos_compact_todo:max',
      labels: { work: 'compaction' },
      expr: `max by (${JOB}) (thanos_compact_todo_compactions)`,
    },
    {
      record: 'cluster_job:thanos_compact_todo:max',
      labels: { work: 'downsampling' },
      expr: `max by (${JOB}) (thanos_compact_todo_downsample_blocks)`,
    },
    {
      alert: 'CompactorHalted',
      expr: `max by (${PROCESS}) (thanos_compact_halted) == 1`,
      for: '1m',
      severity: 'critical',
      mode: 'compact/halted-overlap',
      summary: {
        en: `${THIS_PROCESS}: the compactor has halted`,
        ko: `${THIS_PROCESS}: Compactor 정지 상태(halted)`,
      },
      description: {
        en: 'It met blocks that it will not touch, such as overlapping ones, and waits for somebody. Nothing is compacted, downsampled or removed meanwhile; long queries get slower day by day.',
        ko: '겹치는 블록 등 처리 불가 블록 발견으로 대기 중. 압축, 다운샘플링, 보존 기간 삭제 전부 중단, 장기 쿼리 점차 느려짐.',
      },
    },
    {
      alert: 'CompactorFailing',
      expr: `
        sum by (${PROCESS}) (increase(thanos_compact_group_compactions_failures_total[1h])) > 0`,
      for: '10m',
      severity: 'warning',
      mode: 'compact/corrupt-block',
      summary: {
        en: `${THIS_PROCESS}: {{ $value | humanize }} compactions failed within an hour`,
        ko: `${THIS_PROCESS}: 1시간 내 압축 실패 {{ $value | humanize }}건`,
      },
      description: {
        en: 'A block in the bucket is broken, or the bucket or the disk refuses the compactor.',
        ko: '버킷의 손상 블록, 버킷 또는 디스크 거부.',
      },
    },
    {
      // A run may take hours: any step counts as progress. `thanos_compact_iterations_total` is a whole run.
      alert: 'CompactorStalled',
      expr: `
        max by (${PROCESS}) (time() - process_start_time_seconds and on (${SAME_PROCESS}) thanos_compact_halted == 0)
          > 3 * 3600
        unless on (${SAME_PROCESS}) increase(thanos_compact_iterations_total[3h]) > 0
        unless on (${SAME_PROCESS}) increase(thanos_compact_group_compactions_total[3h]) > 0
        unless on (${SAME_PROCESS}) increase(thanos_compact_downsample_total[3h]) > 0`,
      for: '10m',
      severity: 'warning',
      mode: 'compact/behind',
      summary: {
        en: `${THIS_PROCESS}: the compactor has finished nothing for three hours`,
        ko: `${THIS_PROCESS}: Compactor 3시간 동안 완료 작업 없음`,
      },
      description: {
        en: 'It runs, is not halted, and neither a run nor a compaction nor a downsampling ended. It retries, or waits for the bucket.',
        ko: '실행 중이며 halted 아님. 완료된 주기, 압축, 다운샘플링 없음. 재시도 반복 또는 버킷 응답 대기.',
      },
    },
    {
      // Receive uploads in waves, so a backlog that is sometimes empty is none, however high it peaks.
      alert: 'CompactorBehind',
      expr: `
        avg_over_time(cluster_job:thanos_compact_todo:max[1h])
          > avg_over_time(cluster_job:thanos_compact_todo:max[1h] offset 11h)
        and min_over_time(cluster_job:thanos_compact_todo:max[12h]) > 0`,
      for: '10m',
      severity: 'warning',
      mode: 'compact/behind',
      summary: {
        en: `${THIS_JOB}: backlog of {{ $labels.work }} grows ({{ $value | humanize }} to do)`,
        ko: `${THIS_JOB}: {{ $labels.work }} 적체 증가 (남은 작업 {{ $value | humanize }}건)`,
      },
      description: {
        en: 'For twelve hours the compactor was never done, and there is more to do now than then. It needs more CPU, disk or concurrency, or a shard.',
        ko: '12시간 동안 작업을 한 번도 끝내지 못했고 그때보다 적체 증가. CPU, 디스크, 동시 실행 수 증설 또는 샤딩 필요.',
      },
    },
    {
      // Compactors that share a bucket by selectors have jobs of their own in the usual charts. Those that do not
      // need a silence: a metric does not tell a selector.
      alert: 'CompactorMultipleRunning',
      expr: `
        count by (${JOB}, bucket) (
          group by (${PROCESS}, bucket) (
            thanos_objstore_bucket_operations_total and on (${SAME_PROCESS}) thanos_compact_halted
          )
        ) > 1`,
      for: '10m',
      severity: 'critical',
      mode: 'compact/multiple-running',
      summary: {
        en: `${THIS_JOB}: {{ $value }} compactors work on bucket {{ $labels.bucket }}`,
        ko: `${THIS_JOB}: 버킷 {{ $labels.bucket }}에 Compactor {{ $value }}개 동시 실행`,
      },
      description: {
        en: 'Two compactors on the same blocks make overlapping ones and halt. Exactly one may run.',
        ko: '같은 블록에 Compactor 둘 이상이면 겹치는 블록 생성 후 정지. 하나만 실행 필요.',
      },
    },
  ],
};
