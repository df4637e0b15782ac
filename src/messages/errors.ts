import type { Message } from './messages.ts';

/** One clear line for each operational error, and a hint. The codes are those of `src/errors.ts`. */
export const ERROR_MESSAGES = {
  'error.usage/invalid': { en: 'Not a valid command: {detail}', ko: '명령이 올바르지 않음: {detail}' },
  'error.usage/invalid.hint': { en: 'See medic --help', ko: 'medic --help 참고' },
  'error.usage/with-bundle': {
    en: 'Not together with --bundle: {options}',
    ko: '--bundle과 함께 쓸 수 없음: {options}',
  },
  'error.usage/with-bundle.hint': {
    en: 'A bundle is read as it was recorded; leave these options out, or leave out --bundle to look at the clusters',
    ko: '번들은 기록된 내용만 읽습니다. 해당 옵션을 빼거나, 클러스터를 직접 확인하려면 --bundle을 빼십시오',
  },
  'usage.unknown-option': { en: 'unknown option {what}', ko: '알 수 없는 옵션: {what}' },
  'usage.unknown-command': { en: 'unknown command {what}', ko: '알 수 없는 명령: {what}' },
  'usage.not-among': {
    en: '{what} cannot be {value}; it is one of: {choices}',
    ko: '{what} 값으로 쓸 수 없음: {value} (가능한 값: {choices})',
  },
  'usage.no-value': { en: '{what} needs a value', ko: '값이 필요한 옵션: {what}' },
  'usage.option-needed': { en: '{what} is needed', ko: '필수 옵션 누락: {what}' },
  'usage.argument-needed': { en: 'the argument {what} is needed', ko: '필수 인수 누락: {what}' },
  'usage.too-many': { en: 'too many arguments', ko: '인수가 너무 많음' },
  'error.usage/number': {
    en: '{option} must be a whole number from {least}: {value}',
    ko: '{option} 값은 {least} 이상의 정수여야 함: {value}',
  },
  'error.kubeconfig/missing': { en: 'No kubeconfig: {path} does not exist', ko: 'kubeconfig 없음: {path}' },
  'error.kubeconfig/missing.hint': {
    en: 'Name one with --kubeconfig FILE or KUBECONFIG; for the lab: medic lab kubeconfig',
    ko: '--kubeconfig FILE 또는 KUBECONFIG로 지정. 랩이면: medic lab kubeconfig',
  },
  'error.kubeconfig/unreadable': {
    en: 'Cannot read kubeconfig {path}: {detail}',
    ko: 'kubeconfig를 읽을 수 없음 ({path}): {detail}',
  },
  'error.kubeconfig/unreadable.hint': {
    en: 'Check it with: kubectl config view --kubeconfig {path}',
    ko: '확인 명령: kubectl config view --kubeconfig {path}',
  },
  'error.kubeconfig/unknown-context': {
    en: 'The kubeconfig has no context {context}; it has: {known}',
    ko: 'kubeconfig에 없는 컨텍스트: {context}. 있는 것: {known}',
  },
  'error.kubeconfig/unknown-context.hint': {
    en: 'List them with: kubectl config get-contexts',
    ko: '목록 보기: kubectl config get-contexts',
  },
  'error.kubeconfig/no-context': {
    en: 'The kubeconfig {path} has no context',
    ko: '컨텍스트가 없는 kubeconfig: {path}',
  },
  'error.kubeconfig/no-context.hint': {
    en: 'Add one with: kubectl config set-context',
    ko: '추가: kubectl config set-context',
  },
  'error.explain/unreadable': { en: 'Cannot read {file}: {detail}', ko: '{file} 읽기 실패: {detail}' },
  'error.explain/unreadable.hint': {
    en: 'Name a file, or pipe the text: kubectl logs POD | medic explain -',
    ko: '파일을 지정하거나 파이프로 입력: kubectl logs POD | medic explain -',
  },
  'error.explain/unreadable-input': {
    en: 'Cannot read the standard input: {detail}',
    ko: '표준 입력 읽기 실패: {detail}',
  },
  'error.explain/empty': { en: '{file} is empty', ko: '빈 파일: {file}' },
  'error.explain/empty-input': {
    en: 'Nothing came on the standard input',
    ko: '표준 입력이 비어 있습니다',
  },
  'error.explain/binary-input': {
    en: 'The standard input is no text',
    ko: '표준 입력이 텍스트가 아닙니다',
  },
  'error.explain/binary': { en: '{file} is no text', ko: '텍스트가 아님: {file}' },
  'error.explain/binary.hint': {
    en: 'Unpack it, or save it as UTF-8; a bundle of medic is read by: medic diagnose --bundle FILE',
    ko: '압축을 풀거나 UTF-8로 저장하십시오. medic 번들 진단: medic diagnose --bundle FILE',
  },
  'error.modes/unknown': { en: 'No such failure mode: {id}', ko: '장애 유형 없음: {id}' },
  'error.modes/unknown.hint': { en: 'See all: medic modes', ko: '전체 보기: medic modes' },
  'error.modes/close': {
    en: 'No such failure mode: {id}; close to it: {near}',
    ko: '장애 유형 없음: {id}. 비슷한 유형: {near}',
  },
  'error.bundle/missing': { en: 'No such bundle: {path}', ko: '번들 파일 없음: {path}' },
  'error.bundle/missing.hint': {
    en: 'Make one with: medic collect -o FILE',
    ko: '만들기: medic collect -o FILE',
  },
  'error.bundle/truncated': {
    en: 'The bundle is cut off or damaged: {path}',
    ko: '번들이 잘렸거나 손상됨: {path}',
  },
  'error.bundle/truncated.hint': {
    en: 'Copy it again, or make a new one with: medic collect -o FILE',
    ko: '다시 복사하거나 새로 만들기: medic collect -o FILE',
  },
  'error.bundle/foreign': {
    en: 'Not a bundle of medic: {path}: {detail}',
    ko: 'medic 번들이 아님 ({path}): {detail}',
  },
  'error.bundle/foreign.hint': {
    en: 'Make one with: medic collect -o FILE',
    ko: '만들기: medic collect -o FILE',
  },
  'error.output': { en: 'The output cannot be written: {detail}', ko: '출력을 쓸 수 없음: {detail}' },
  'error.bundle/too-large': {
    en: 'The bundle is larger than {limit} when unpacked: {path}',
    ko: '압축을 푼 번들이 {limit}보다 큼: {path}',
  },
  'error.bundle/line-too-large': {
    en: 'One answer in the bundle is larger than {limit}: {path}',
    ko: '번들에 {limit}보다 큰 응답이 있음: {path}',
  },
  'error.bundle/trailing': {
    en: 'The bundle has something after its end: {path}',
    ko: '번들 끝 표시 뒤에 다른 내용이 있음: {path}',
  },
  'error.bundle/too-large.hint': {
    en: 'Collect fewer clusters with --contexts',
    ko: '--contexts로 클러스터 수를 줄여서 수집',
  },
  'error.bundle/version': {
    en: 'The bundle has format {found}; this medic reads {known}: {path}',
    ko: '번들 형식 {found}, 이 medic이 읽는 형식 {known}: {path}',
  },
  'error.bundle/version.hint': {
    en: 'Use the version of medic that made it',
    ko: '번들을 만든 버전의 medic 사용',
  },
  'error.fleet/missing': {
    en: 'Cannot read {path}: {detail}',
    ko: '파일을 읽을 수 없음 ({path}): {detail}',
  },
  'error.fleet/missing.hint': {
    en: 'Name the file with -f, or make one from running clusters: medic discover -o fleet.yaml',
    ko: '-f로 파일 지정, 또는 실행 중인 클러스터에서 만들기: medic discover -o fleet.yaml',
  },
  'error.fleet/invalid': {
    en: 'Not a valid fleet file: {path} (problems: {count})',
    ko: 'fleet 파일이 올바르지 않음: {path} (문제 {count}건)',
  },
  'error.fleet/invalid.hint': {
    en: 'Mend what is listed above; all fields: docs/fleet.md',
    ko: '위에 나온 문제를 수정. 전체 필드: docs/fleet.md',
  },
  'error.output/exists': { en: 'The file exists: {path}', ko: '파일이 이미 있음: {path}' },
  'error.output/exists.hint': {
    en: 'Overwrite it with --force, or choose another file with -o',
    ko: '--force로 덮어쓰거나 -o로 다른 파일 지정',
  },
  'error.output/unwritable': {
    en: 'Cannot write {path}: {detail}',
    ko: '{path} 파일에 쓸 수 없음: {detail}',
  },
  'error.output/unwritable.hint': { en: 'Choose another file with -o', ko: '-o로 다른 파일 지정' },
  'error.fleet/secret-file': {
    en: 'Cannot read the file of a Secret, {path}: {detail}',
    ko: 'Secret 파일을 읽을 수 없음 ({path}): {detail}',
  },
  'error.fleet/secret-file.hint': {
    en: 'The path is taken from the folder of fleet.yaml',
    ko: '경로는 fleet.yaml이 있는 폴더 기준',
  },
  'error.deploy/credentials': {
    en: 'Cannot get credentials for {cluster} (context {context}): {detail}',
    ko: '인증 정보를 얻을 수 없음 ({cluster}, 컨텍스트 {context}): {detail}',
  },
  'error.deploy/unauthorized': {
    en: 'The API server of {cluster} refuses the credentials of context {context}: {detail}',
    ko: 'API 서버가 인증을 거부함 ({cluster}, 컨텍스트 {context}): {detail}',
  },
  'error.deploy/unreachable': {
    en: 'The API server of {cluster} (context {context}) does not answer: {detail}',
    ko: 'API 서버 무응답 ({cluster}, 컨텍스트 {context}): {detail}',
  },
  'error.deploy/credentials.hint': {
    en: 'Try: kubectl --context {context} get --raw /version',
    ko: '확인 명령: kubectl --context {context} get --raw /version',
  },
  'error.deploy/inventory': {
    en: 'Cannot read what is deployed in {cluster}: {detail}',
    ko: '배포 목록을 읽을 수 없음 ({cluster}): {detail}',
  },
  'error.deploy/inventory.hint': {
    en: 'Try: kubectl get configmap fleetmedic-inventory -n NAMESPACE',
    ko: '확인 명령: kubectl get configmap fleetmedic-inventory -n NAMESPACE',
  },
  'error.deploy/other-fleet': {
    en: '{cluster} has the fleet {fleet}, which this file does not describe',
    ko: '다른 플릿이 배포되어 있음 ({cluster}): {fleet}',
  },
  'error.deploy/other-fleet.hint': {
    en: 'Use the file of that fleet',
    ko: '해당 플릿의 파일 사용',
  },
  'error.deploy/unconfirmed': {
    en: '--data removes volumes with all samples in them',
    ko: '--data는 볼륨과 그 안의 모든 샘플을 삭제함',
  },
  'error.deploy/unconfirmed.hint': {
    en: 'If that is meant, say so: medic undeploy --data --confirm {fleet}',
    ko: '의도한 것이면: medic undeploy --data --confirm {fleet}',
  },
  'error.output/not-ours': {
    en: 'The folder {path} is not empty, and medic did not write it',
    ko: '비어 있지 않은 폴더이며 medic이 만든 것이 아님: {path}',
  },
  'error.output/not-ours.hint': { en: 'Choose another folder with -o', ko: '-o로 다른 폴더 지정' },
  'error.output/link': {
    en: '{path} is a symbolic link: nothing is written through it',
    ko: '심볼릭 링크이므로 쓰지 않음: {path}',
  },
  'error.output/link.hint': {
    en: 'Remove the link, or choose another folder with -o',
    ko: '링크를 삭제하거나 -o로 다른 폴더 지정',
  },
  'error.fleet/not-ours': {
    en: 'The fleet {fleet} is deployed by something else (deployedBy: other)',
    ko: '다른 도구로 배포된 플릿 (deployedBy: other): {fleet}',
  },
  'error.fleet/not-ours.hint': {
    en: 'medic compares and diagnoses it; to let medic deploy it, set deployedBy: medic and see what changes with medic deploy --dry-run',
    ko: '비교와 진단만 가능. medic으로 배포하려면 deployedBy: medic으로 바꾸고 medic deploy --dry-run으로 변경 사항 확인',
  },
  'error.fleet/refused-by-schema': {
    en: 'Rendered for {cluster}, {object} is not valid at {at}: {detail}',
    ko: '{cluster} 렌더링 결과가 스키마와 맞지 않음: {object} {at}: {detail}',
  },
  'error.fleet/refused-by-schema.hint': {
    en: 'Nothing was written or changed. Look at the field in fleet.yaml that leads there; if it is right, this is a defect of medic',
    ko: '아무것도 쓰거나 변경하지 않음. fleet.yaml의 해당 값을 확인하고, 값이 맞다면 medic의 결함',
  },
  'error.lab/unsupported': { en: 'The lab needs {what}', ko: '랩 실행에 필요: {what}' },
  'error.lab/unsupported.hint': {
    en: 'It runs as root on Linux with Go, Python 3 and Debian packages; see docs/lab.md',
    ko: '랩은 Go, Python 3, Debian 패키지가 있는 Linux에서 root로 실행. docs/lab.md 참고',
  },
  'error.lab/missing': { en: 'There is no lab called {instance}', ko: '그런 이름의 랩 없음: {instance}' },
  'error.lab/missing.hint': { en: 'Start one with: medic lab up', ko: '시작: medic lab up' },
  'error.lab/settings-differ': {
    en: 'Lab {instance} exists with other settings: {what}',
    ko: '랩 {instance} 설정이 다름: {what}',
  },
  'error.lab/settings-differ.hint': {
    en: 'Take it down first (medic lab down), or give the new one a name with --name',
    ko: '먼저 medic lab down 하거나 --name으로 새 이름 지정',
  },
  'error.lab/tool-failed': {
    en: 'A program of the lab failed: {command}: {detail}',
    ko: '랩 프로그램 실패: {command}: {detail}',
  },
  'error.lab/tool-failed.hint': {
    en: 'Run the same command again; if it fails again: medic lab down, then medic lab up',
    ko: '같은 명령 재실행. 반복되면 medic lab down 후 medic lab up',
  },
  'error.lab/not-ready': {
    en: 'Not ready in time: {what} (see {log})',
    ko: '시간 안에 준비되지 않음: {what} ({log} 참고)',
  },
  'error.lab/not-ready.hint': {
    en: 'Running medic lab up again mends what is half-dead',
    ko: 'medic lab up을 다시 실행하면 멈춘 부분을 복구',
  },
  'error.lab/busy': {
    en: 'Another command works on lab {instance} (process {pid})',
    ko: '다른 명령이 랩 {instance} 사용 중 (프로세스 {pid})',
  },
  'error.lab/busy.hint': { en: 'Wait until it ends', ko: '끝날 때까지 대기' },
  'error.lab/no-slot': {
    en: 'No free address range for lab {instance}',
    ko: '랩 {instance}에 줄 주소 대역 없음',
  },
  'error.lab/no-slot.hint': {
    en: 'Take a lab down: medic lab down --name NAME',
    ko: '랩 하나 내리기: medic lab down --name NAME',
  },
} as const satisfies Record<string, Message>;
