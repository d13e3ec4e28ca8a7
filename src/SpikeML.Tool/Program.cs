using SpikeML.Tool.Running;

return await Application.RunAsync(args);
