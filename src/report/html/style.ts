/** Light and dark as the reader's system has it; prints in black on white. */
export const STYLE = `
:root{color-scheme:light dark;--back:#fff;--text:#1b1f24;--dim:#5d6672;--line:#d5dae1;--soft:#f5f7f9;--bad:#c62828;--bad-soft:#fdecea;--warn:#b26a00;--warn-soft:#fff4e0;--good:#1b7f3b;--blind:#7a7f87;--way:#9aa3ae}
@media(prefers-color-scheme:dark){:root{--back:#14171b;--text:#e6e9ed;--dim:#98a2ae;--line:#333a43;--soft:#1d2127;--bad:#ff7b72;--bad-soft:#3a1d1d;--warn:#f0b45a;--warn-soft:#35290f;--good:#5fd08a;--blind:#8b929b;--way:#5f6873}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:15px/1.55 system-ui,"Noto Sans KR","Nanum Gothic","Apple SD Gothic Neo",sans-serif}
main{max-width:1180px;margin:0 auto;padding:28px 24px 60px}
h1{font-size:26px;line-height:1.3;margin:0 0 4px}
h2{font-size:19px;margin:36px 0 10px;padding-top:14px;border-top:1px solid var(--line)}
h3{font-size:15px;margin:20px 0 6px}
.verdict{display:inline-block;padding:2px 12px;border-radius:6px;color:var(--back);margin-right:10px}
.verdict.healthy{background:var(--good)}.verdict.down{background:var(--bad)}.verdict.degraded,.verdict.unknown{background:var(--warn)}
.when,.facts,.foot{color:var(--dim);font-size:13px}
.cause-line{background:var(--bad-soft);border-left:4px solid var(--bad);padding:10px 16px;margin:14px 0;border-radius:4px}
.cause-line strong{font-size:17px}
.none{background:var(--warn-soft);border-left:4px solid var(--warn);padding:10px 16px;margin:14px 0}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--line)}
th{white-space:nowrap;color:var(--dim);font-weight:600;width:1%}
td.time{white-space:nowrap;color:var(--dim);font-variant-numeric:tabular-nums;width:1%}
ol,ul{margin:6px 0;padding-left:24px}
li{margin:4px 0}
code,pre{font:13px/1.5 ui-monospace,"DejaVu Sans Mono",Menlo,monospace}
pre{background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:8px 12px;margin:6px 0;white-space:pre-wrap;overflow-wrap:anywhere}
blockquote{margin:6px 0;padding-left:12px;border-left:3px solid var(--line);color:var(--dim);overflow-wrap:anywhere}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px;padding:8px}
svg{display:block;max-width:100%;height:auto;min-width:1040px}
.lane{fill:var(--soft);stroke:var(--line)}
.lane.sick{stroke:var(--warn);stroke-width:1.5}.lane.cause{stroke:var(--bad);stroke-width:2}.lane.blind{stroke:var(--blind);stroke-dasharray:5 4}
.cluster{fill:var(--dim);font-size:13px;font-weight:600}
.part rect{fill:var(--back);stroke:var(--line);stroke-width:1.2}
.part .role{fill:var(--dim);font-size:11px}.part .name{fill:var(--text);font-size:12px}
.part.sick rect{stroke:var(--warn);stroke-width:2;fill:var(--warn-soft)}
.part.cause rect{stroke:var(--bad);stroke-width:3;fill:var(--bad-soft)}
.part.blind rect{stroke:var(--blind);stroke-dasharray:5 4}
.link{fill:none;stroke:var(--way);stroke-width:1.3}
.link.sick,.link.cause{stroke:var(--bad);stroke-width:2.4}.link.hit{stroke:var(--bad);stroke-width:1.8;stroke-dasharray:2 3}.link.blind{stroke:var(--blind);stroke-dasharray:5 4}
.head{fill:var(--way)}.head.sick,.head.cause,.head.hit{fill:var(--bad)}.head.blind{fill:var(--blind)}
.legend{display:flex;gap:18px;flex-wrap:wrap;color:var(--dim);font-size:13px;margin:8px 0}
.legend i{display:inline-block;width:14px;height:14px;border-radius:3px;vertical-align:-2px;margin-right:6px;border:2px solid var(--line)}
.legend .cause{border-color:var(--bad);background:var(--bad-soft)}.legend .hit{border:0;border-radius:0;height:0;border-top:2px dotted var(--bad);vertical-align:3px;width:22px}.legend .sick{border-color:var(--warn);background:var(--warn-soft)}.legend .blind{border-style:dashed;border-color:var(--blind)}
tr.change td{color:var(--warn)}tr.diagnosis td{color:var(--dim)}
@media(max-width:760px){main{padding:16px 12px 40px}svg{max-width:none}h1{font-size:21px}}
@media print{body{font-size:12px}.scroll{overflow:visible}svg{max-width:100%;height:auto}}
`;
