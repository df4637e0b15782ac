import { Command, CommanderError, Option } from 'commander';
import { EXIT, MedicError } from '../errors.ts';
import { type CommandContext, commandContext, languageOf, reportError } from './context.ts';
import { PROBE_IMAGE, VERSION } from './version.ts';

const language = languageOf(process.argv, process.env);

/** Commands are declared here and loaded when they run: a quick command must not pay for a slow one. */
function program(context: CommandContext, end: (code: number) => void): Command {
  const text = context.text;
  const medic = new Command('medic')
    .description(text('command.medic'))
    .version(VERSION, '-V, --version')
    .addOption(new Option('--lang <language>', text('command.option.lang')).choices(['ko', 'en']))
    .enablePositionalOptions()
    .showHelpAfterError(false)
    .configureOutput({ outputError: () => {} })
    .exitOverride();

  const langOption = () => new Option('--lang <language>', text('command.option.lang')).choices(['ko', 'en']);
  const target = (command: Command) =>
    command
      .option('--kubeconfig <file>', text('command.option.kubeconfig'))
      .option('--contexts <names>', text('command.option.contexts'), names)
      .addOption(langOption());
  const withFleet = (command: Command) => command.option('--fleet <file>', text('command.option.fleet'));
  const probe = (command: Command) =>
    command
      .option('--probe', text('command.option.probe'))
      .option('--probe-image <image>', text('command.option.probeImage', { image: PROBE_IMAGE }));
  withFleet(probe(target(medic.command('diagnose').description(text('command.diagnose')))))
    .option('--bundle <file>', text('command.option.bundle'))
    .addOption(
      new Option('-o, --output <format>', text('command.option.output'))
        .choices(['text', 'json', 'markdown', 'html', 'junit'])
        .default('text'),
    )
    .action(async (options) => end(await (await import('./diagnose.ts')).diagnoseCommand(context, options)));
  withFleet(target(medic.command('status').description(text('command.status'))))
    .option('--bundle <file>', text('command.option.bundle'))
    .addOption(
      new Option('-o, --output <format>', text('command.option.output'))
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (options) => end(await (await import('./status.ts')).statusCommand(context, options)));
  withFleet(target(medic.command('watch').description(text('command.watch'))))
    .addOption(numberOption('--every <seconds>', text('command.watch.every'), LEAST_SECONDS).default(15))
    .addOption(numberOption('--rounds <count>', text('command.watch.rounds'), 1))
    .action(async (options) => end(await (await import('./watch.ts')).watchCommand(context, options)));
  withFleet(probe(target(medic.command('collect').description(text('command.collect')))))
    .requiredOption('-o, --file <file>', text('command.option.file'))
    .action(async (options) => end(await (await import('./collect.ts')).collectCommand(context, options)));

  const output = () =>
    new Option('-o, --output <format>', text('command.option.output'))
      .choices(['text', 'json'])
      .default('text');
  medic
    .command('explain')
    .description(text('command.explain'))
    .argument('[file]', text('command.explain.file'))
    .addOption(output())
    .addOption(langOption())
    .action(async (file, options) =>
      end(await (await import('./explain.ts')).explainCommand(context, { ...options, file })),
    );
  medic
    .command('modes')
    .description(text('command.modes'))
    .argument('[id]', text('command.modes.id'))
    .addOption(output())
    .addOption(langOption())
    .action(async (id, options) =>
      end(await (await import('./modes.ts')).modesCommand(context, { ...options, id })),
    );

  const fleetFile = (command: Command) =>
    command
      .option('-f, --file <file>', text('command.option.fleetFile'), 'fleet.yaml')
      .addOption(langOption());
  fleetFile(medic.command('render').description(text('command.render')))
    .requiredOption('-o, --output <folder>', text('command.render.output'))
    .addOption(
      new Option('--format <format>', text('command.render.format'))
        .choices(['kustomize', 'helm-values'])
        .default('kustomize'),
    )
    .action(async (options) => end(await (await import('./render.ts')).renderCommand(context, options)));
  fleetFile(medic.command('deploy').description(text('command.deploy')))
    .option('--kubeconfig <file>', text('command.option.kubeconfig'))
    .option('--dry-run', text('command.deploy.dryRun'))
    .option('--prune', text('command.deploy.prune'))
    .addOption(numberOption('--timeout <minutes>', text('command.deploy.timeout')).default(15))
    .action(async (options) => end(await (await import('./deploy.ts')).deployCommand(context, options)));
  fleetFile(medic.command('undeploy').description(text('command.undeploy')))
    .option('--kubeconfig <file>', text('command.option.kubeconfig'))
    .option('--dry-run', text('command.undeploy.dryRun'))
    .option('--data', text('command.undeploy.data'))
    .option('--confirm <fleet>', text('command.undeploy.confirm'))
    .action(async (options) => end(await (await import('./undeploy.ts')).undeployCommand(context, options)));

  target(medic.command('discover').description(text('command.discover')))
    .option('--bundle <file>', text('command.discover.bundle'))
    .option('-o, --file <file>', text('command.discover.file'))
    .option('--force', text('command.discover.force'))
    .action(async (options) => end(await (await import('./discover.ts')).discoverCommand(context, options)));
  fleetFile(medic.command('diff').description(text('command.diff')))
    .option('--kubeconfig <file>', text('command.option.kubeconfig'))
    .option('--bundle <file>', text('command.discover.bundle'))
    .addOption(
      new Option('-o, --output <format>', text('command.option.output'))
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (options) => end(await (await import('./diff.ts')).diffCommand(context, options)));

  medic
    .command('demo')
    .description(text('command.demo'))
    .option('--no-pause', text('command.demo.noPause'))
    .addOption(langOption())
    .action(async (options) => end(await (await import('./demo.ts')).demoCommand(context, options)));

  const lab = medic.command('lab').description(text('command.lab'));
  const labCommand = (name: string) =>
    lab
      .command(name)
      .description(text(`command.lab.${name}` as Parameters<typeof text>[0]))
      .option('--name <name>', text('command.lab.name'), 'medic')
      .addOption(langOption());
  const pipeline = () =>
    new Option('--pipeline <pipeline>', text('command.lab.pipeline')).choices([
      'plain',
      'older',
      'empty',
      'rendered',
    ]);
  labCommand('install')
    .addOption(pipeline().default('plain'))
    .action(async (options) => end(await (await import('./lab.ts')).labInstall(context, options)));
  labCommand('up')
    .addOption(numberOption('--edges <count>', text('command.lab.up.edges')))
    .addOption(numberOption('--seed <number>', text('command.lab.up.seed')))
    .addOption(numberOption('--hub-nodes <count>', text('command.lab.up.hubNodes')))
    .option('--sized-volumes', text('command.lab.up.sizedVolumes'))
    .addOption(pipeline())
    .action(async (options) => end(await (await import('./lab.ts')).labUp(context, options)));
  labCommand('status')
    .option('--json', text('command.option.json'))
    .action(async (options) => end(await (await import('./lab.ts')).labStatus(context, options)));
  labCommand('kubeconfig').action(async (options) =>
    end(await (await import('./lab.ts')).labKubeconfig(context, options)),
  );
  labCommand('exec')
    .argument('<command...>')
    .passThroughOptions()
    .action(async (command, options) =>
      end(await (await import('./lab.ts')).labExec(context, { ...options, command })),
    );
  labCommand('down').action(async (options) =>
    end(await (await import('./lab.ts')).labDown(context, options)),
  );
  return medic;
}

function names(value: string): string[] {
  const found = value.split(',').filter(Boolean);
  if (found.length === 0) throw new MedicError('usage/invalid', { detail: `--contexts '${value}'` });
  return found;
}

/** An option whose value is a whole number, not below `least`. */
function numberOption(flags: string, description: string, least = 0): Option {
  const option = new Option(flags, description);
  return option.argParser((value) => {
    const number = Number(value);
    if (value.trim() !== '' && Number.isSafeInteger(number) && number >= least) return number;
    throw new MedicError('usage/number', { option: option.long ?? flags, least, value });
  });
}

/** Looks that follow each other faster would be a load on the API servers. */
const LEAST_SECONDS = 5;

async function main(): Promise<number> {
  let code: number = EXIT.nothingWrong;
  try {
    await program(commandContext(language), (result) => {
      code = result;
    }).parseAsync();
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.nothingWrong; // --help and --version
      if (error.code === 'commander.help') return EXIT.usage; // A command alone: its help was shown.
      const { complaintOf } = await import('./usage.ts');
      return reportError(new MedicError('usage/invalid', { detail: complaintOf(error, language) }), language);
    }
    return reportError(error, language);
  }
}

/** A reader that has seen enough (`| head`) is no error: the command ends as it would, and its exit code holds. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (stream === process.stdout)
      process.stderr.write(
        `medic: ${commandContext(language).text('error.output', { detail: error.message })}\n`,
      );
    process.exit(EXIT.usage);
  });
}

process.exitCode = await main();
// What was left behind (a plugin that does not end) must not keep the command from ending.
await new Promise((done) => process.stdout.write('', done));
process.exit();
