import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Receive does not upload its blocks',
    summary: '{kind} {name} has no object store configured, though other parts of the fleet use one.',
    meaning:
      'Without --objstore.config-file (or --objstore.config) Receive keeps its blocks on the local disk only, and deletes them when its retention is over.',
    impact:
      'Nothing is wrong until the retention is over: then history ends there, and a lost volume loses all of it.',
    prevention: 'Render the object store of all parts from one setting.',
    steps: {
      'see-flags': 'See that neither --objstore.config-file nor --objstore.config is set',
      'add-objstore':
        'Give it the Secret of the object store that Store and Compactor use, one replica at a time: blocks that are on its disk are then uploaded too',
      'watch-upload':
        'Alert where thanos_shipper_uploads_total is missing or does not grow although blocks are cut',
      uploads: 'The log shows "upload new block" after the next block (up to two hours)',
    },
  },
  ko: {
    title: 'Receive 업로드 설정 없음',
    summary: '{kind} {name}: 다른 컴포넌트는 오브젝트 스토리지를 쓰지만 이 Receive에는 설정이 없습니다.',
    meaning:
      '--objstore.config-file(또는 --objstore.config)이 없으면 Receive는 블록을 로컬 디스크에만 두고 보존 기간이 지나면 삭제합니다.',
    impact:
      '보존 기간이 끝날 때까지는 문제가 보이지 않습니다. 그 뒤로는 과거 데이터가 없고, 볼륨을 잃으면 전부 사라집니다.',
    prevention: '모든 컴포넌트의 오브젝트 스토리지 설정을 하나의 값에서 생성합니다.',
    steps: {
      'see-flags': '--objstore.config-file과 --objstore.config가 모두 없는지 확인',
      'add-objstore':
        'Store와 Compactor가 쓰는 오브젝트 스토리지 Secret을 레플리카 하나씩 적용. 디스크에 있던 블록도 업로드됨',
      'watch-upload': 'thanos_shipper_uploads_total이 없거나, 블록이 생기는데도 늘지 않으면 알림',
      uploads: '다음 블록 이후 로그에 "upload new block" 확인 (최대 2시간)',
    },
  },
});
