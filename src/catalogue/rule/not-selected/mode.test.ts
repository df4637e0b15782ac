import { describeTexts } from '../../texts.testing.ts';

describeTexts('rule/not-selected', {
  says: [
    '{"status":"success","data":{"groups":[]}}',
    '    "groups": [],',
    'No rule groups configured',
    'level=info component=rules msg="reload rule files" numFiles=0',
  ],
  not: {
    '{"status":"success","data":{"groups":[{"name":"a","file":"/etc/x.yaml","rules":[]}]}}': null,
    'level=info component=rules msg="reload rule files" numFiles=4': null,
  },
});
