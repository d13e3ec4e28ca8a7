using SpikeML.Tool.Running;

return await Application.MainAsync(Application.Program, args);
