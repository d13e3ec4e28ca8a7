namespace SpikeML.Plot;

/// <summary>Saves spike trains as animations.</summary>
public static class SpikeTrainAnimationExtensions
{
    extension(SpikeTrain train)
    {
        /// <summary>
        /// Saves the train as an animation, a frame for each time step; the file's extension says how: .gif, .apng or .png, .mp4,
        /// .html,
        /// or none for a folder of frames (see <see cref="Animation.Save"/>).
        /// </summary>
        /// <param name="path">
        /// The file or folder; the folder that it lies in must exist. What is there is replaced once the new one is complete.
        /// </param>
        /// <param name="options">How it is drawn; null: as <see cref="AnimationOptions"/> has it.</param>
        /// <param name="progress">Is told the share that is done, from 0 to 1; null: nobody.</param>
        /// <param name="cancellationToken">Ends the work early; then nothing is written.</param>
        /// <exception cref="ArgumentException">The extension is none of these.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
        /// <exception cref="NotSupportedException">The file is .mp4 and there is no ffmpeg.</exception>
        /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
        /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
        /// <exception cref="IOException">The file could not be written, or ffmpeg failed.</exception>
        public void SaveAnimation(string path, AnimationOptions? options = null, IProgress<double>? progress = null,
            CancellationToken cancellationToken = default) =>
            SpikePlot.Animate(train, options).Save(path, progress, cancellationToken);
    }
}
