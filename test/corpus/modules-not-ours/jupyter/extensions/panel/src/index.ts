import { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';

const plugin: JupyterFrontEndPlugin<void> = {
  id: 'panel',
  description: 'A panel',
  autoStart: true,
  activate: (app: JupyterFrontEnd) => {
    app.commands.addCommand('panel:open', { execute: () => undefined });
  },
};

export default plugin;
export * from './widget';
