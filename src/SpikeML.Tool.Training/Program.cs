using SpikeML.Tool.Running;
using SpikeML.Tool.Training;

return await Application.MainAsync(TrainCommand.Program, args);
