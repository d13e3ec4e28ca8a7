using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SpikeML.Tests.Mnist.Download;

/// <summary>A mirror on the loopback interface that answers each path as a test wants it to.</summary>
internal sealed class LocalMirror : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, Answer> _answers = [];
    private readonly Task _serving;

    public LocalMirror()
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/set/");
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>The names of the files that were asked for, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Answers with a file's content.</summary>
    public void Give(string name, byte[] content) => _answers[name] = new Answer(content, content.Length, Stalls: false);

    /// <summary>Announces all of a file, gives half of it and hangs up.</summary>
    public void Truncate(string name, byte[] content) => GiveHalf(name, content, stalls: false);

    /// <summary>Announces all of a file, gives half of it, then nothing, until the client hangs up.</summary>
    public void Stall(string name, byte[] content) => GiveHalf(name, content, stalls: true);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private void GiveHalf(string name, byte[] content, bool stalls) =>
        _answers[name] = new Answer(content[..(content.Length / 2)], content.Length, stalls);

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                string name = await ReadRequestAsync(stream);
                Requests.Enqueue(name);
                bool isKnown = _answers.TryGetValue(name, out Answer? answer);
                string status = isKnown ? "200 OK" : "404 Not Found";
                string header = $"HTTP/1.1 {status}\r\nContent-Length: {answer?.Length ?? 0}\r\nConnection: close\r\n\r\n";
                await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(header), _stop.Token);
                await stream.WriteAsync(answer?.Content ?? [], _stop.Token);
                if (answer is { Stalls: true })
                    await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, _stop.Token);
            }
            catch (Exception error) when (error is IOException or OperationCanceledException)
            {
                // The client hung up, or the test is over.
            }
        }
    }

    private async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, System.Text.Encoding.ASCII, leaveOpen: true);
        string request = await reader.ReadLineAsync(_stop.Token) ?? "";
        while (!string.IsNullOrEmpty(await reader.ReadLineAsync(_stop.Token)))
            continue;
        return request.Split(' ')[1].Replace("/set/", "", StringComparison.Ordinal);
    }

    private sealed record Answer(byte[] Content, int Length, bool Stalls);
}
