import type { Dashboard } from './dashboard.ts';
import { CHOSEN, rate } from './shared/chosen.ts';
import { ANY_IS_CRITICAL, stat, timeseries } from './shared/panels.ts';
import { POD_ROW } from './shared/pod-row.ts';

const C = 'cluster=~"$cluster"';

export const dashboard: Dashboard = {
  uid: 'fleetmedic-agent',
  title: { en: 'Prometheus Agent', ko: 'Prometheus Agent' },
  description: {
    en: 'Scraping, series, WAL and service discovery of the Agents. Servers are shown as well, as far as they say the same.',
    ko: 'Agent의 수집, 시계열, WAL, 서비스 디스커버리. 서버 모드도 공통 지표는 함께 표시.',
  },
  pods: 'prometheus_build_info{cluster=~"$cluster"}',
  rows: [
    {
      title: { en: 'State', ko: '상태' },
      panels: [
        stat({ en: 'Running', ko: '실행 중' }, 'short', `count(prometheus_build_info{${CHOSEN}})`),
        stat({ en: 'Not ready', ko: '준비 안 됨' }, 'short', `sum(prometheus_ready{${CHOSEN}} == bool 0)`, {
          thresholds: ANY_IS_CRITICAL,
        }),
        stat(
          { en: 'Configuration not loaded', ko: '설정 리로드 실패' },
          'short',
          `sum(prometheus_config_last_reload_successful{${CHOSEN}} == bool 0)`,
          { thresholds: ANY_IS_CRITICAL },
        ),
        stat(
          { en: 'Active series', ko: '활성 시계열' },
          'short',
          `sum(prometheus_agent_active_series{${CHOSEN}} or prometheus_tsdb_head_series{${CHOSEN}})`,
        ),
        stat({ en: 'Targets', ko: '타깃' }, 'short', `count(up{${C}})`),
        stat(
          { en: 'Since the latest start', ko: '최근 재시작 후 경과' },
          's',
          `min(time() - process_start_time_seconds{${CHOSEN}})`,
        ),
      ],
    },
    {
      title: { en: 'Scraping', ko: '수집' },
      panels: [
        timeseries(
          { en: 'Targets up', ko: '정상 타깃 비율' },
          'percentunit',
          { '{{cluster}} {{job}}': `avg by (cluster, job) (up{${C}})` },
          { max: 1 },
        ),
        timeseries({ en: 'Longest scrape', ko: '최장 수집 시간' }, 's', {
          '{{cluster}} {{job}}': `max by (cluster, job) (scrape_duration_seconds{${C}})`,
        }),
        timeseries({ en: 'Samples of one scrape', ko: '회당 수집 샘플' }, 'short', {
          '{{cluster}} {{job}}': `sum by (cluster, job) (scrape_samples_scraped{${C}})`,
        }),
        timeseries({ en: 'Scrapes and samples refused', ko: '거부된 수집 및 샘플' }, 'cps', [
          {
            legend: { en: '{{cluster}} {{pod}} sample limit', ko: '{{cluster}} {{pod}} 샘플 한도 초과' },
            expr: rate('prometheus_target_scrapes_exceeded_sample_limit_total'),
          },
          {
            legend: { en: '{{cluster}} {{pod}} body too large', ko: '{{cluster}} {{pod}} 본문 크기 초과' },
            expr: rate('prometheus_target_scrapes_exceeded_body_size_limit_total'),
          },
          {
            legend: { en: '{{cluster}} {{pod}} out of order', ko: '{{cluster}} {{pod}} 순서 역전' },
            expr: rate('prometheus_target_scrapes_sample_out_of_order_total'),
          },
          {
            legend: { en: '{{cluster}} {{pod}} duplicate', ko: '{{cluster}} {{pod}} 중복' },
            expr: rate('prometheus_target_scrapes_sample_duplicate_timestamp_total'),
          },
          {
            legend: { en: '{{cluster}} {{pod}} out of bounds', ko: '{{cluster}} {{pod}} 시간 범위 벗어남' },
            expr: rate('prometheus_target_scrapes_sample_out_of_bounds_total'),
          },
        ]),
      ],
    },
    {
      title: { en: 'Series and samples', ko: '시계열 및 샘플' },
      panels: [
        timeseries({ en: 'Active series', ko: '활성 시계열' }, 'short', {
          '{{cluster}} {{pod}}': `sum by (cluster, pod) (prometheus_agent_active_series{${CHOSEN}} or prometheus_tsdb_head_series{${CHOSEN}})`,
        }),
        timeseries({ en: 'Samples appended', ko: '기록 샘플' }, 'cps', {
          '{{cluster}} {{pod}}': `${rate('prometheus_agent_samples_appended_total')} or ${rate('prometheus_tsdb_head_samples_appended_total')}`,
        }),
        timeseries({ en: 'Samples out of order', ko: '순서 역전 샘플' }, 'cps', {
          '{{cluster}} {{pod}}': rate('prometheus_agent_out_of_order_samples_total'),
        }),
        timeseries({ en: 'Series deleted, still in the WAL', ko: '삭제 후 WAL에 남은 시계열' }, 'short', {
          '{{cluster}} {{pod}}': `prometheus_agent_deleted_series{${CHOSEN}}`,
        }),
      ],
    },
    {
      title: { en: 'WAL', ko: 'WAL' },
      panels: [
        timeseries({ en: 'WAL size', ko: 'WAL 크기' }, 'bytes', {
          '{{cluster}} {{pod}}': `prometheus_tsdb_wal_storage_size_bytes{${CHOSEN}}`,
        }),
        timeseries(
          { en: 'Segments that remote write has yet to read', ko: 'Remote Write가 읽지 못한 세그먼트' },
          'short',
          {
            '{{cluster}} {{pod}} {{consumer}}': `prometheus_tsdb_wal_segment_current{${CHOSEN}}
- on (cluster, job, instance) group_right () prometheus_wal_watcher_current_segment{${CHOSEN}}`,
          },
        ),
        timeseries({ en: 'WAL failures', ko: 'WAL 오류' }, 'cps', [
          {
            legend: { en: '{{cluster}} {{pod}} write', ko: '{{cluster}} {{pod}} 쓰기' },
            expr: rate('prometheus_tsdb_wal_writes_failed_total'),
          },
          {
            legend: { en: '{{cluster}} {{pod}} truncation', ko: '{{cluster}} {{pod}} 정리' },
            expr: rate('prometheus_tsdb_wal_truncations_failed_total'),
          },
          {
            legend: { en: '{{cluster}} {{pod}} checkpoint', ko: '{{cluster}} {{pod}} 체크포인트' },
            expr: rate('prometheus_agent_checkpoint_creations_failed_total'),
          },
          {
            legend: { en: '{{cluster}} {{pod}} corruption', ko: '{{cluster}} {{pod}} 손상' },
            expr: rate('prometheus_agent_corruptions_total'),
          },
        ]),
        timeseries({ en: 'Replay at the last start', ko: '최근 시작 시 WAL 재생 시간' }, 's', {
          '{{cluster}} {{pod}}': `prometheus_agent_data_replay_duration_seconds{${CHOSEN}} or prometheus_tsdb_data_replay_duration_seconds{${CHOSEN}}`,
        }),
      ],
    },
    {
      title: { en: 'Service discovery', ko: '서비스 디스커버리' },
      panels: [
        timeseries({ en: 'Targets discovered', ko: '발견 타깃' }, 'short', {
          '{{cluster}} {{config}}': `sum by (cluster, config) (prometheus_sd_discovered_targets{${CHOSEN}, name="scrape"})`,
        }),
        timeseries({ en: 'Discovery failures', ko: '디스커버리 오류' }, 'cps', [
          {
            legend: { en: '{{cluster}} {{pod}} Kubernetes API', ko: '{{cluster}} {{pod}} Kubernetes API' },
            expr: rate('prometheus_sd_kubernetes_failures_total'),
          },
          {
            legend: { en: '{{cluster}} {{pod}} sync', ko: '{{cluster}} {{pod}} 동기화' },
            expr: rate('prometheus_target_sync_failed_total'),
          },
          {
            legend: { en: '{{cluster}} {{pod}} scrape pool', ko: '{{cluster}} {{pod}} 스크레이프 풀' },
            expr: rate('prometheus_target_scrape_pools_failed_total'),
          },
        ]),
      ],
    },
    POD_ROW,
  ],
};
