using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Samples.Tests;

/// <summary>samples/SpikeML.OnnxService: predictions with OnnxRuntime alone.</summary>
public sealed class OnnxServiceTests
{
    private const string Sample = "SpikeML.OnnxService";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Service_predicts_most_generated_digits_and_says_what_is_wrong_with_others()
    {
        using WebService service = await WebService.StartAsync(Sample, []);
        float[][] digits = Digits(out uint[] labels);
        int right = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            JsonElement answer = await Predict(service, digits[i], HttpStatusCode.OK);
            right += answer.GetProperty("Digit")[0].GetInt32() == labels[i] ? 1 : 0;
            Assert.Equal(1, answer.GetProperty("Score").EnumerateArray().Sum(score => score.GetSingle()), 1e-5f);
        }
        Assert.InRange(right, 85, 100);

        digits[0][3] = 200;
        Assert.Contains("features[3] is 200: send values from 0 to 1.",
            Detail(await Predict(service, digits[0], HttpStatusCode.BadRequest)), StringComparison.Ordinal);
        Assert.Contains("features has 2 values: send 784, in the dimensions [28, 28].",
            Detail(await Predict(service, [0, 1], HttpStatusCode.BadRequest)), StringComparison.Ordinal);
        Assert.Equal("Features", (await service.Client.GetFromJsonAsync<JsonElement>("/model", Cancellation)).GetProperty("input")
            .GetString());
    }

    [Fact]
    public void Service_has_neither_MlNet_nor_SpikeML_beside_it()
    {
        string[] files = [.. Directory.EnumerateFiles(SampleProgram.OutputFolder(Sample), "*.dll")
            .Select(file => Path.GetFileName(file)!)];
        Assert.Contains("Microsoft.ML.OnnxRuntime.dll", files);
        Assert.DoesNotContain("Microsoft.ML.Data.dll", files);
        Assert.DoesNotContain("SpikeML.Transforms.dll", files);
    }

    private static float[][] Digits(out uint[] labels)
    {
        IDataView digits = new MLContext(seed: 1).Data.LoadSampleDigits(100, seed: 3);
        labels = [.. digits.GetColumn<uint>("Label").Select(key => key - 1)];
        return [.. digits.GetColumn<float[]>("Features")];
    }

    private static async Task<JsonElement> Predict(WebService service, float[] features, HttpStatusCode expected)
    {
        using HttpResponseMessage response = await service.Client.PostAsJsonAsync("/predict", new { features }, Cancellation);
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static string Detail(JsonElement problem) => problem.GetProperty("detail").GetString()!;
}
